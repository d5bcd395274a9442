import 'server-only';
import type { CloseAccountBody } from '#lib/contracts/own-data.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { passwordMatches } from '#lib/server/auth/password.ts';
import { takeSignInTry } from '#lib/server/auth/sign-in-limits.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findShopsOwnedAlone, findWayToConfirm } from '#lib/server/repositories/closed-accounts.ts';
import { lockAdmins } from '#lib/server/repositories/people.ts';
import { closeWords } from '#lib/words/privacy.ts';
import { erasePerson } from './erase-person.ts';

/**
 * Closes the acting person's account for good. Who has a password gives it; who signs in another way
 * types the account's address; a guest has neither.
 *
 * @returns the receipt.
 * @throws AppError invalid_input for a password or address that is not the account's, rate_limited;
 *   conflict for the last admin, and for the only owner of a shop
 */
export async function closeAccount(
  actor: Actor,
  body: CloseAccountBody,
  /** Where it is asked from, for whoever guesses passwords. */
  address: string,
  now = new Date(),
): Promise<{ erasure: string }> {
  await assertConfirmed(actor, body, address);
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
  address: string,
): Promise<void> {
  const way = await findWayToConfirm(db(), actor.userId);
  if (way.kind === 'nothing') return;
  if (way.kind === 'password') {
    // Guessing here is guessing at the door.
    const wasRight = await takeSignInTry(actor.email ?? actor.userId, address);
    if (await passwordMatches(way.passwordHash, body.password ?? '')) return wasRight();
    throw new AppError('invalid_input', closeWords.wrongPassword, {
      fields: { password: closeWords.wrongPassword },
    });
  }
  if (body.email?.trim().toLowerCase() === way.email) return;
  throw new AppError('invalid_input', closeWords.wrongEmail, {
    fields: { email: closeWords.wrongEmail },
  });
}
