import 'server-only';
import type { CloseAccountBody } from '#lib/contracts/own-data.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { proveAgain } from '#lib/server/auth/prove-again.ts';
import type { Session } from '#lib/server/auth/session-cookie.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findShopsOwnedAlone, findWayToConfirm } from '#lib/server/repositories/closed-accounts.ts';
import { lockAdmins } from '#lib/server/repositories/people.ts';
import { closeWords } from '#lib/words/privacy.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Closes the acting person's account for good. Who has a password gives it; who signs in another way has
 * done so just now, and types the account's address; a guest has neither.
 *
 * @returns the receipt.
 * @throws AppError wrong_credentials, forbidden and rate_limited as `proveAgain`; invalid_input for an
 *   address that is not the account's; conflict for the last admin, and for the only owner of a shop
 */
export async function closeAccount(
  actor: Actor,
  body: CloseAccountBody,
  session: Session | null,
  now = new Date(),
): Promise<{ erasure: string }> {
  await assertConfirmed(actor, body, session);
  const { userId, email } = actor;
  const erasure = await erasePerson(
    { userId, email, cause: 'closing' },
    {
      async before(tx) {
        if (actor.role !== 'ADMIN') return;
        const admins = await lockAdmins(tx);
        if (admins.every((id) => id === userId)) {
          throw new AppError('conflict', closeWords.lastAdmin);
        }
      },
      async mayClose(tx) {
        const shops = await findShopsOwnedAlone(tx, userId);
        if (shops.length === 0) return true;
        throw new AppError('conflict', closeWords.onlyOwner(shops.map(({ name }) => name)));
      },
    },
    now,
  );
  if (!erasure) throw new AppError('unauthenticated');
  return { erasure };
}

async function assertConfirmed(
  actor: Actor,
  body: CloseAccountBody,
  session: Session | null,
): Promise<void> {
  if (actor.isGuest) return;
  await proveAgain(actor, { session, currentPassword: body.currentPassword });
  const way = await findWayToConfirm(db(), actor.userId);
  if (way.kind !== 'email' || body.email?.trim().toLowerCase() === way.email) return;
  throw new AppError('invalid_input', closeWords.wrongEmail, {
    fields: { email: closeWords.wrongEmail },
  });
}
