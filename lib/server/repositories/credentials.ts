import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** What a person signs in with. */

/** Also a suspended person’s. */
export async function findPasswordHash(db: Db, email: string) {
  return db.user.findFirst({
    where: { email, closedAt: null },
    select: { id: true, passwordHash: true, sessionEpoch: true, suspendedAt: true },
  });
}

export async function findOwnPasswordHash(db: Db, userId: string): Promise<string | null> {
  const row = await db.user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

/** Whose address it is; null for nobody's. */
export async function findByEmail(db: Db, email: string) {
  return db.user.findFirst({
    where: { email },
    select: { id: true, name: true, suspendedAt: true, closedAt: true },
  });
}

/** How a person gets in, for the page on which she sees to it. */
export async function findWaysIn(db: Db, userId: string) {
  const row = await db.user.findUnique({
    where: { id: userId },
    select: {
      passwordHash: true,
      accounts: { select: { provider: true }, orderBy: { provider: 'asc' } },
    },
  });
  return {
    hasPassword: Boolean(row?.passwordHash),
    providers: row?.accounts.map(({ provider }) => provider) ?? [],
  };
}

export async function writePassword(tx: Db, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
}

export async function writeEmail(tx: Db, userId: string, email: string, now: Date): Promise<void> {
  const data = { email, emailVerified: now };
  await tx.user.update({ where: { id: userId }, data, select: { id: true } });
}

/**
 * The owner of the address has come. Whatever else opened the account before anybody had shown to own it
 * may be a stranger's, who waits for this: a password, an identity elsewhere, a session. Run inside a
 * transaction.
 */
export async function proveEmail(tx: Db, userId: string, now: Date): Promise<void> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, emailVerified: null },
    data: { emailVerified: now, passwordHash: null, sessionEpoch: { increment: 1 } },
  });
  if (count > 0) await tx.account.deleteMany({ where: { userId } });
}

/** False for an account that was closed. */
export async function writeName(db: Db, userId: string, name: string): Promise<boolean> {
  const open = { id: userId, closedAt: null };
  return (await db.user.updateMany({ where: open, data: { name } })).count === 1;
}
