import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** What people agreed to. A consent is never removed: who withdraws it has it marked. */

export async function findConsent(db: Db, userId: string, version: string) {
  return db.consent.findFirst({
    where: { userId, version, withdrawnAt: null },
    select: { id: true },
  });
}

export async function recordConsent(
  tx: Db,
  consent: { userId: string; version: string; text: string },
): Promise<string> {
  const row = await tx.consent.create({ data: consent, select: { id: true } });
  return row.id;
}

/** How many were in force. */
export async function withdrawConsents(tx: Db, userId: string, now: Date): Promise<number> {
  const withdrawn = await tx.consent.updateMany({
    where: { userId, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return withdrawn.count;
}

/** More of them later: what was agreed to before was taken back meanwhile. */
export async function countWithdrawn(db: Db, userId: string): Promise<number> {
  return db.consent.count({ where: { userId, withdrawnAt: { not: null } } });
}

/** The newest first. */
export async function listOwnConsents(db: Db, userId: string, limit: number) {
  return db.consent.findMany({
    where: { userId },
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, version: true, text: true, givenAt: true, withdrawnAt: true },
  });
}
