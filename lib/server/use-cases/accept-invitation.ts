import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash } from '#lib/server/auth/link-token.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { addMember, deleteInvitation, findInvitation } from '#lib/server/repositories/team.ts';
import { transact } from '#lib/server/transact.ts';
import { holdOpenAccount } from './hold-open-account.ts';

const SHOP_SUSPENDED_FOR_NEWCOMERS =
  'This shop is suspended, so nobody can join it now. The invitation stays: try again later.';

/**
 * Takes up the place that an invitation holds. It takes both the link and the account that it was
 * meant for, so a link that went astray opens nothing.
 *
 * @returns the shop's slug.
 * @throws AppError not_found for a link that is over; forbidden for another account, and for admins,
 *   who would have to be both.
 */
export async function acceptInvitation(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<{ shop: string }> {
  return transact(async (tx) => {
    // Before the invitation, as a closing does, which forgets those to its address.
    await holdOpenAccount(tx, actor.userId);
    const invitation = await findInvitation(tx, linkTokenHash(token), now);
    if (!invitation) {
      throw new AppError('not_found', 'This invitation is over. Ask the shop for another one.');
    }
    const { id, email, role, shop } = invitation;
    if (actor.isGuest || actor.email?.toLowerCase() !== email) {
      throw new AppError('forbidden', `This invitation is for ${email}. Sign in as that account.`);
    }
    if (actor.role === 'ADMIN') {
      throw new AppError(
        'forbidden',
        'An admin’s account cannot belong to a shop. Use another one.',
      );
    }
    if (shop.suspendedAt) throw new AppError('forbidden', SHOP_SUSPENDED_FOR_NEWCOMERS);
    // Of two who come with it at once, one finds it gone.
    if (!(await deleteInvitation(tx, shop.id, id))) throw new AppError('not_found');
    await addMember(tx, { shopId: shop.id, userId: actor.userId, role });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'team.joined',
      subjectType: 'member',
      subjectId: actor.userId,
      shopId: shop.id,
      detail: { role },
    });
    return { shop: shop.slug };
  });
}
