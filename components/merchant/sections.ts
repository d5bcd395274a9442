import {
  ChartNoAxesColumn,
  FileUp,
  Gauge,
  History,
  House,
  Inbox,
  type LucideIcon,
  PersonStanding,
  Settings,
  Shirt,
  Users,
} from 'lucide-react';

/** The rooms of the back office in their order; `path` stands behind `/merchant/{shop}/`. */
export const sections: { path: string; name: string; icon: LucideIcon }[] = [
  { path: '', name: 'Overview', icon: House },
  { path: 'garments', name: 'Garments', icon: Shirt },
  { path: 'on-models', name: 'On models', icon: PersonStanding },
  { path: 'import', name: 'Import and export', icon: FileUp },
  { path: 'figures', name: 'Figures', icon: ChartNoAxesColumn },
  { path: 'orders', name: 'Order requests', icon: Inbox },
  { path: 'spend', name: 'Quotas and spend', icon: Gauge },
  { path: 'team', name: 'Team', icon: Users },
  { path: 'activity', name: 'Activity', icon: History },
  { path: 'settings', name: 'Settings', icon: Settings },
];
