import 'server-only';
import { z } from 'zod';
import { passwordMatches } from '#lib/server/auth/password.ts';
import { db } from '#lib/server/db.ts';
import { findPasswordHash } from '#lib/server/repositories/users.ts';

const credentials = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(200),
});

/** The count is read with the hash: a password that is changed meanwhile opens no new session. */
interface SignedIn {
  id: string;
  sessionEpoch: number;
}

/** The person these credentials belong to, or null; never which of the two was wrong. */
export async function checkPassword(given: unknown): Promise<SignedIn | null> {
  const parsed = credentials.safeParse(given);
  if (!parsed.success) return null;
  const user = await findPasswordHash(db(), parsed.data.email);
  const matches = await passwordMatches(user?.passwordHash, parsed.data.password);
  return user && matches ? { id: user.id, sessionEpoch: user.sessionEpoch } : null;
}
