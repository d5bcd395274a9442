import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { hashNewPassword } from '#lib/server/auth/new-password.ts';
import { type Proof, proveAgain } from '#lib/server/auth/prove-again.ts';
import type { NewSession } from '#lib/server/auth/session-cookie.ts';
import { db } from '#lib/server/db.ts';
import { replacePassword } from './replace-password.ts';

/**
 * Changes a person's password, or sets the first one.
 *
 * @returns a session for the browser in which she does it; all others are over.
 * @throws AppError forbidden, wrong_credentials, invalid_input, rate_limited
 */
export async function changePassword(
  actor: Actor,
  password: string,
  proof: Proof,
): Promise<NewSession> {
  await proveAgain(actor, proof);
  const passwordHash = await hashNewPassword(password, actor);
  const { userId, email } = actor;
  const epoch = await db().$transaction((tx) =>
    replacePassword(tx, { userId, email, passwordHash }),
  );
  return { userId, epoch };
}
