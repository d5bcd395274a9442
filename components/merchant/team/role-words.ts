import type { ShopRole } from '#lib/domain/shop-role.ts';

/** What somebody may do in a shop, the least last. */
export const roleWords: readonly { role: ShopRole; name: string; may: string }[] = [
  { role: 'OWNER', name: 'Owner', may: 'Everything, the team included.' },
  { role: 'EDITOR', name: 'Editor', may: 'Adds and changes garments.' },
  { role: 'VIEWER', name: 'Viewer', may: 'Sees everything, changes nothing.' },
];

export const roleName = (role: ShopRole): string =>
  roleWords.find((one) => one.role === role)?.name ?? role;
