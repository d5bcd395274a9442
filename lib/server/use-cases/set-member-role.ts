import 'server-only';
import type { Team } from '#lib/contracts/team.ts';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import { keepsAnOwner } from '#lib/domain/team.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findTeam, lockTeam, setMemberRole as setRole } from '#lib/server/repositories/team.ts';
import { transact } from '#lib/server/transact.ts';

export const LAST_OWNER = 'A shop needs an owner. Make somebody else one first.';

/** @throws AppError not_found, forbidden; conflict when it would leave the shop without an owner */
export async function setMemberRole(
  actor: Actor,
  shop: string,
  userId: string,
  role: ShopRole,
  now = new Date(),
): Promise<Team> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  await transact(async (tx) => {
    const team = await lockTeam(tx, own.id);
    const member = team.find((one) => one.userId === userId);
    if (!member) throw new AppError('not_found');
    if (!keepsAnOwner(team, userId, role)) throw new AppError('conflict', LAST_OWNER);
    await setRole(tx, own.id, userId, role);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'team.role',
      subjectType: 'member',
      subjectId: userId,
      shopId: own.id,
      detail: { from: member.role, to: role },
    });
  });
  return findTeam(db(), own.id, now);
}
