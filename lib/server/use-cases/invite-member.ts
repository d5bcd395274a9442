import 'server-only';
import type { Invited } from '#lib/contracts/team.ts';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findTeam, isMemberByEmail, putInvitation } from '#lib/server/repositories/team.ts';
import { transact } from '#lib/server/transact.ts';

const VALID_MS = 7 * 86_400_000;

/**
 * Holds a place in a shop's team for the account with this email address, for seven days. The link is
 * for the owner to send; a second invitation to the same address makes the first one's useless.
 *
 * @throws AppError not_found, forbidden; conflict for somebody who is in the team
 */
export async function inviteMember(
  actor: Actor,
  shop: string,
  { email, role }: { email: string; role: ShopRole },
  now = new Date(),
): Promise<Invited> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  if (await isMemberByEmail(db(), own.id, email)) {
    throw new AppError('conflict', 'This person belongs to your team already.');
  }
  const token = newLinkToken();
  await transact(async (tx) => {
    const id = await putInvitation(tx, {
      shopId: own.id,
      email,
      role,
      tokenHash: linkTokenHash(token),
      expiresAt: new Date(now.getTime() + VALID_MS),
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'team.invited',
      subjectType: 'invitation',
      subjectId: id,
      shopId: own.id,
      detail: { role },
    });
  });
  return { team: await findTeam(db(), own.id, now), link: publicUrl(`/join/${token}`) };
}
