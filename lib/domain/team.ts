import type { ShopRole } from './shop-role.ts';

export interface TeamMember {
  userId: string;
  role: ShopRole;
}

/**
 * Whether the team still has an owner once this person has another role, or (null) has left. A shop
 * without one could never be put right from inside.
 */
export function keepsAnOwner(
  team: readonly TeamMember[],
  userId: string,
  role: ShopRole | null,
): boolean {
  return team.some((member) => (member.userId === userId ? role : member.role) === 'OWNER');
}
