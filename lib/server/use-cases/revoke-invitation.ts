import 'server-only';
import type { Team } from '#lib/contracts/team.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { deleteInvitation, findTeam } from '#lib/server/repositories/team.ts';
import { transact } from '#lib/server/transact.ts';

/** @throws AppError not_found (also when it was taken up meanwhile), forbidden */
export async function revokeInvitation(
  actor: Actor,
  shop: string,
  id: string,
  now = new Date(),
): Promise<Team> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  await transact(async (tx) => {
    if (!(await deleteInvitation(tx, own.id, id))) throw new AppError('not_found');
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'team.invitation-revoked',
      subjectType: 'invitation',
      subjectId: id,
      shopId: own.id,
    });
  });
  return findTeam(db(), own.id, now);
}
