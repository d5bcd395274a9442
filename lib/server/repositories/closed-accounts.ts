import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';

/** What becomes of a person's rows when the account is closed. */

/**
 * Holds the person's row to the end of the transaction. False when the account was closed: nothing more
 * may come to it.
 */
export async function lockOpenAccount(tx: Db, userId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE id = ${userId} AND "closedAt" IS NULL FOR NO KEY UPDATE`;
  return rows.length > 0;
}

export type WayToConfirm =
  | { kind: 'password' }
  | { kind: 'email'; email: string }
  | { kind: 'nothing' };

/** How somebody shows that it is really her who closes the account. */
export async function findWayToConfirm(db: Db, userId: string): Promise<WayToConfirm> {
  const row = await db.user.findUnique({
    where: { id: userId },
    select: { isGuest: true, passwordHash: true, email: true },
  });
  if (!row || row.isGuest) return { kind: 'nothing' };
  if (row.passwordHash) return { kind: 'password' };
  return row.email ? { kind: 'email', email: row.email } : { kind: 'nothing' };
}

/** Everything of the person that no book needs. What is left is in `leaveStub`. */
export async function forgetPersonsRows(
  tx: Db,
  { userId, email }: { userId: string; email: string | null },
): Promise<void> {
  const own = { where: { userId } };
  await tx.account.deleteMany(own);
  await tx.shopMember.deleteMany(own);
  await tx.favourite.deleteMany(own);
  await tx.bagLine.deleteMany(own);
  await tx.savedView.deleteMany(own);
  await tx.shareLink.deleteMany(own);
  await tx.accountToken.deleteMany(own);
  if (!email) return;
  await tx.accountToken.deleteMany({ where: { email } });
  await tx.verificationToken.deleteMany({ where: { identifier: email } });
  await tx.shopInvitation.deleteMany({ where: { email: email.toLowerCase() } });
}

/**
 * What stays of a person: an id that consents and the books refer to, of no role and no guest any more.
 * Every session ends with it.
 */
export async function leaveStub(tx: Db, userId: string, now: Date): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: {
      closedAt: now,
      role: 'SHOPPER',
      isGuest: false,
      name: null,
      email: null,
      emailVerified: null,
      image: null,
      passwordHash: null,
      suspendedReason: null,
      dailyTryOns: null,
      measurements: Prisma.DbNull,
      sessionEpoch: { increment: 1 },
    },
    select: { id: true },
  });
}

/** Removes the stub where nothing refers to it: no consent, no try-on, no order, no work for a shop. */
export async function removeUnneededStub(tx: Db, userId: string): Promise<void> {
  await tx.user.deleteMany({
    where: {
      id: userId,
      closedAt: { not: null },
      consents: { none: {} },
      tryOns: { none: {} },
      usage: { none: {} },
      orders: { none: {} },
      imports: { none: {} },
      renderRuns: { none: {} },
      media: { none: {} },
    },
  });
}

/** The shops that this person alone owns. */
export async function findShopsOwnedAlone(tx: Db, userId: string): Promise<{ name: string }[]> {
  const owned = await tx.shopMember.findMany({
    where: { userId, role: 'OWNER' },
    orderBy: { shopId: 'asc' },
    select: { shopId: true },
  });
  const shopIds = owned.map(({ shopId }) => shopId);
  // One owner after the other, as `lockTeam` does; in one order, so that two never wait for each other.
  await tx.$queryRaw`SELECT id FROM "Shop" WHERE id = ANY(${shopIds}) ORDER BY id FOR NO KEY UPDATE`;
  return tx.shop.findMany({
    where: {
      id: { in: shopIds },
      members: { none: { role: 'OWNER', userId: { not: userId } } },
    },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
}

export interface AbsentGuest {
  id: string;
  seenAt: Date;
}

/** Guests who were not here since `before`, the longest first, from behind `after` on. */
export async function findGuestsNotSeenSince(
  db: Db,
  { before, after }: { before: Date; after: AbsentGuest | null },
  limit: number,
): Promise<AbsentGuest[]> {
  return db.user.findMany({
    where: {
      isGuest: true,
      seenAt: { lt: before },
      ...(after
        ? { OR: [{ seenAt: { gt: after.seenAt } }, { seenAt: after.seenAt, id: { gt: after.id } }] }
        : {}),
    },
    orderBy: [{ seenAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, seenAt: true },
  });
}

/** For whoever holds the row. */
export async function isGuestNotSeenSince(tx: Db, id: string, before: Date): Promise<boolean> {
  return (await tx.user.count({ where: { id, isGuest: true, seenAt: { lt: before } } })) === 1;
}

/** Whether somebody is a guest, and when she was here last. */
export async function findVisit(db: Db, id: string): Promise<{ isGuest: boolean; seenAt: Date }> {
  return db.user.findUniqueOrThrow({ where: { id }, select: { isGuest: true, seenAt: true } });
}
