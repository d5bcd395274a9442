/**
 * What the people of a shop may do. A viewer sees everything and changes nothing, an editor changes
 * garments, an owner also the team, the limits and what the shop pays for.
 */
export const shopRoles = ['OWNER', 'EDITOR', 'VIEWER'] as const;
export type ShopRole = (typeof shopRoles)[number];

const rank: Record<ShopRole, number> = { VIEWER: 0, EDITOR: 1, OWNER: 2 };

/** Whether somebody with this role may do what takes at least the other one. */
export const mayAs = (role: ShopRole, least: ShopRole): boolean => rank[role] >= rank[least];
