import 'server-only';
import { keepsAnOwner } from '#lib/domain/team.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { lockTeam, removeMember as removeRow } from '#lib/server/repositories/team.ts';
import { transact } from '#lib/server/transact.ts';
import { LAST_OWNER } from './set-member-role.ts';

/**
 * Takes somebody out of a shop's team. Owners may with anybody, everybody with themselves.
 *
 * @throws AppError not_found, forbidden; conflict when it would leave the shop without an owner
 */
export async function removeMember(actor: Actor, shop: string, userId: string): Promise<void> {
  const least = userId === actor.userId ? 'VIEWER' : 'OWNER';
  const { shop: own } = await requireMember(actor, shop, least);
  await transact(async (tx) => {
    const team = await lockTeam(tx, own.id);
    if (!team.some((one) => one.userId === userId)) throw new AppError('not_found');
    if (!keepsAnOwner(team, userId, null)) throw new AppError('conflict', LAST_OWNER);
    await removeRow(tx, own.id, userId);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: userId === actor.userId ? 'team.left' : 'team.removed',
      subjectType: 'member',
      subjectId: userId,
      shopId: own.id,
    });
  });
}
