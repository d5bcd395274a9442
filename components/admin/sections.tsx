import { Activity, Languages, ListChecks, ScrollText, Settings, Store, Users } from 'lucide-react';

/** The rooms of the review console in their order. */
export const sections = [
  {
    href: '/admin',
    name: 'Review',
    icon: <ListChecks />,
    also: ['/admin/cases', '/admin/bulk-retries'],
  },
  { href: '/admin/classifier', name: 'Classifier', icon: <Languages /> },
  { href: '/admin/operations', name: 'Operations', icon: <Activity /> },
  { href: '/admin/people', name: 'People', icon: <Users /> },
  { href: '/admin/shops', name: 'Shops', icon: <Store /> },
  { href: '/admin/audit', name: 'Audit log', icon: <ScrollText /> },
  { href: '/admin/settings', name: 'Settings', icon: <Settings /> },
];
