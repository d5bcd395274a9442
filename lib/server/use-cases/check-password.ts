import 'server-only';
import { z } from 'zod';
import { MAX_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { passwordMatches } from '#lib/server/auth/password.ts';
import { takeSignInTry } from '#lib/server/auth/sign-in-limits.ts';
import { db } from '#lib/server/db.ts';
import { findPasswordHash } from '#lib/server/repositories/credentials.ts';

const credentials = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
});

type SignInAnswer =
  /** The count is read with the hash: a password that is changed meanwhile opens no new session. */
  { kind: 'right'; id: string; sessionEpoch: number } | { kind: 'wrong' } | { kind: 'suspended' };

/**
 * Whose these credentials are. Never which of the two was wrong, and that an account is suspended only
 * to whoever knows its password.
 *
 * @param address where the try comes from. @throws AppError rate_limited
 */
export async function checkPassword(given: unknown, address: string): Promise<SignInAnswer> {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return { kind: 'wrong' };
  const { email, password } = parsed.data;
  const wasRight = await takeSignInTry(email, address);
  const user = await findPasswordHash(db(), email);
  const matches = await passwordMatches(user?.passwordHash, password);
  if (!user || !matches) return { kind: 'wrong' };
  await wasRight();
  if (user.suspendedAt) return { kind: 'suspended' };
  return { kind: 'right', id: user.id, sessionEpoch: user.sessionEpoch };
}
