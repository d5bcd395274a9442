import {
  ChartNoAxesColumn,
  FileUp,
  Gauge,
  History,
  House,
  Inbox,
  PersonStanding,
  Settings,
  Shirt,
  Users,
} from 'lucide-react';

/** The rooms of a shop's back office in their order. */
export const sectionsOf = (shopPath: string) => [
  { href: shopPath, name: 'Overview', icon: <House /> },
  { href: `${shopPath}/garments`, name: 'Garments', icon: <Shirt /> },
  { href: `${shopPath}/on-models`, name: 'On models', icon: <PersonStanding /> },
  { href: `${shopPath}/import`, name: 'Import and export', icon: <FileUp /> },
  { href: `${shopPath}/figures`, name: 'Figures', icon: <ChartNoAxesColumn /> },
  { href: `${shopPath}/orders`, name: 'Order requests', icon: <Inbox /> },
  { href: `${shopPath}/spend`, name: 'Quotas and spend', icon: <Gauge /> },
  { href: `${shopPath}/team`, name: 'Team', icon: <Users /> },
  { href: `${shopPath}/activity`, name: 'Activity', icon: <History /> },
  { href: `${shopPath}/settings`, name: 'Settings', icon: <Settings /> },
];
