import 'server-only';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findOwnPasswordHash } from '#lib/server/repositories/credentials.ts';
import { accountRefusals } from '#lib/words/account-room.ts';
import type { Actor } from './actor.ts';
import { passwordMatches } from './password.ts';
import { nowInSeconds, type Session } from './session-cookie.ts';
import { takeProofTry } from './sign-in-limits.ts';

const RECENT_SECONDS = 15 * 60;

/** What shows that the person is there, and not just a browser that she left open. */
export interface Proof {
  session: Session | null;
  /** Nothing from those who have none. */
  currentPassword?: string;
}

/**
 * For what would let somebody take an account over: it takes the password, or, of whoever has none, to
 * have signed in just now.
 *
 * @throws AppError forbidden, wrong_credentials, rate_limited
 */
export async function proveAgain(
  actor: Actor,
  { session, currentPassword = '' }: Proof,
): Promise<void> {
  if (actor.isGuest) throw new AppError('forbidden', accountRefusals.guest);
  const passwordHash = await findOwnPasswordHash(db(), actor.userId);
  if (!passwordHash) {
    const age = nowInSeconds() - (session?.signedInAt ?? 0);
    if (age > RECENT_SECONDS) throw new AppError('forbidden', accountRefusals.signInAgain);
    return;
  }
  const wasRight = await takeProofTry(actor.userId);
  if (!(await passwordMatches(passwordHash, currentPassword))) {
    const text = accountRefusals.wrongPassword;
    throw new AppError('wrong_credentials', text, { fields: { currentPassword: text } });
  }
  await wasRight();
}
