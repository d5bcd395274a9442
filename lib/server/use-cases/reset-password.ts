import 'server-only';
import { hashNewPassword } from '#lib/server/auth/new-password.ts';
import { forgiveSignInTries } from '#lib/server/auth/sign-in-limits.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findToken, takeToken } from '#lib/server/repositories/account-tokens.ts';
import { findByEmail, proveEmail } from '#lib/server/repositories/credentials.ts';
import { endSessions } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { accountRefusals } from '#lib/words/account-room.ts';
import { replacePassword } from './replace-password.ts';

/**
 * Sets the password of whose account a link in a mail is. A password that is refused leaves the link as
 * it is.
 *
 * @throws AppError not_found for a link that is over; invalid_input
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  /** Where it comes from. */
  address: string,
  now = new Date(),
): Promise<void> {
  const row = await findToken(db(), 'reset', token, now);
  const owner = row && (await findByEmail(db(), row.email));
  // The address may be another's by now, and a suspension is not shed this way.
  if (!row || !owner || owner.id !== row.userId || owner.suspendedAt || owner.closedAt) {
    throw new AppError('not_found', accountRefusals.linkOver);
  }
  const passwordHash = await hashNewPassword(password, { email: row.email, name: owner.name });
  await transact(async (tx) => {
    if (!(await takeToken(tx, row.id))) {
      throw new AppError('not_found', accountRefusals.linkOver);
    }
    await proveEmail(tx, owner.id, now);
    await endSessions(tx, owner.id);
    await replacePassword(tx, { userId: owner.id, email: row.email, passwordHash });
  });
  await forgiveSignInTries(row.email, address);
}
