import 'server-only';
import { z } from 'zod';
import type { Actor } from '#lib/server/auth/actor.ts';
import { passwordMatches } from '#lib/server/auth/password.ts';
import { takeSignInTry } from '#lib/server/auth/sign-in-limits.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findToken, type TokenRow, takeToken } from '#lib/server/repositories/account-tokens.ts';
import { lockUser, moveGuestToAccount, type NewlyMade } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { accountRefusals } from '#lib/words/account-room.ts';
import { openAccount } from './open-account.ts';

const askedFor = z.object({ name: z.string(), passwordHash: z.string() });

/**
 * Makes the account that a link in a mail is for. In another browser than the one that asked for it the
 * password is asked for as well: otherwise somebody could have an account made, with a password of his
 * own, by whoever opens the mail.
 *
 * @throws AppError not_found for a link that is over; wrong_credentials, email_taken, rate_limited
 */
export async function confirmAccount(
  actor: Actor | null,
  { token, password = '' }: { token: string; password?: string },
  address: string,
  now = new Date(),
): Promise<NewlyMade> {
  const row = await findToken(db(), 'register', token, now);
  if (!row) throw new AppError('not_found', accountRefusals.linkOver);
  const { name, passwordHash } = askedFor.parse(row.account);
  if (!isWhereItBegan(actor, row)) {
    const wasRight = await takeSignInTry(row.email, address);
    if (!(await passwordMatches(passwordHash, password))) {
      const text = accountRefusals.wrongPassword;
      throw new AppError('wrong_credentials', text, { fields: { password: text } });
    }
    await wasRight();
  }
  const guestId = actor?.isGuest ? actor.userId : null;
  return transact(async (tx) => {
    // The people before the link, as a closing does; in one order, as a move does.
    for (const id of [row.userId, guestId].filter((one) => one !== null).sort()) {
      await lockUser(tx, id);
    }
    if (!(await takeToken(tx, row.id))) {
      throw new AppError('not_found', accountRefusals.linkOver);
    }
    const account = { name, passwordHash, email: row.email, emailVerified: now };
    const made = await openAccount(tx, guestId && row.userId, account);
    if (guestId) await moveGuestToAccount(tx, guestId, made.account.userId);
    return made;
  });
}

/** The browser whose guest asked for the account. */
export const isWhereItBegan = (actor: Actor | null, { userId }: Pick<TokenRow, 'userId'>) =>
  Boolean(actor?.isGuest && actor.userId === userId);
