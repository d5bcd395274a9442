import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { currentConsent } from '#lib/words/consent.ts';

/** What people agreed to. A consent is never removed: who withdraws it has it marked. */

export async function findConsent(db: Db, userId: string, version: string) {
  return db.consent.findFirst({
    where: { userId, version, withdrawnAt: null },
    select: { id: true },
  });
}

/**
 * Whether a person agrees to the newest text. Raw SQL: one question where Prisma would ask two, the
 * second about the answer to the first.
 */
export async function agreesToNewestText(db: Db, userId: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ agrees: boolean }[]>`
    ${kept} SELECT EXISTS (
      SELECT FROM "Consent" WHERE "userId" = ${userId} AND "withdrawnAt" IS NULL
        AND version = coalesce(
          (SELECT version FROM "ConsentText" ORDER BY "createdAt" DESC LIMIT 1),
          ${currentConsent.version})) AS agrees`;
  return rows[0]?.agrees === true;
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
