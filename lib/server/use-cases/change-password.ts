import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { hashNewPassword } from '#lib/server/auth/new-password.ts';
import { type Proof, proveAgain } from '#lib/server/auth/prove-again.ts';
import type { NewSession } from '#lib/server/auth/session-cookie.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { endSessionsSince } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { replacePassword } from './replace-password.ts';

/**
 * Changes a person's password, or sets the first one.
 *
 * @returns a session for the browser in which she does it; all others are over.
 * @throws AppError unauthenticated, forbidden, wrong_credentials, invalid_input, rate_limited
 */
export async function changePassword(
  actor: Actor,
  password: string,
  proof: Proof,
): Promise<NewSession> {
  await proveAgain(actor, proof);
  const passwordHash = await hashNewPassword(password, actor);
  const { userId, email } = actor;
  return transact(async (tx) => {
    // Whoever ended all sessions meanwhile has ended this one.
    const epoch = proof.session && (await endSessionsSince(tx, proof.session));
    if (!epoch) throw new AppError('unauthenticated');
    await replacePassword(tx, { userId, email, passwordHash });
    return { userId, epoch };
  });
}
