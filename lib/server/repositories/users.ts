import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { mergeBags } from './bag.ts';
import { moveFavourites } from './favourites.ts';

const actorSelect = {
  id: true,
  isGuest: true,
  role: true,
  name: true,
  email: true,
  dailyTryOns: true,
} satisfies Prisma.UserSelect;

type ActorRow = Prisma.UserGetPayload<{ select: typeof actorSelect }>;

const toActor = ({ id, ...rest }: ActorRow): Actor => ({ userId: id, ...rest });

/** Null for nobody, a suspended person and a closed account: a session of theirs is worth nothing. */
export async function findActor(db: Db, userId: string): Promise<Actor | null> {
  const row = await db.user.findFirst({
    where: { id: userId, suspendedAt: null, closedAt: null },
    select: actorSelect,
  });
  return row && toActor(row);
}

/** What a person is called; null for somebody who is not here any more. */
export async function findName(db: Db, userId: string): Promise<string | null> {
  const row = await db.user.findUnique({
    where: { id: userId },
    select: { name: true, email: true },
  });
  return row && (row.name ?? row.email);
}

/** Also a suspended person is. */
export async function isHere(db: Db, userId: string): Promise<boolean> {
  return (await db.user.count({ where: { id: userId } })) === 1;
}

export async function findPasswordHash(db: Db, email: string) {
  return db.user.findFirst({
    where: { email, suspendedAt: null },
    select: { id: true, passwordHash: true },
  });
}

/** @param id of the visitor that the guest was; another one where somebody has it already. */
export async function createGuest(db: Db, id?: string): Promise<Actor> {
  const [own] = await db.user.createManyAndReturn({
    data: { id, isGuest: true },
    skipDuplicates: true,
    select: actorSelect,
  });
  return own ? toActor(own) : createGuest(db);
}

interface NewAccount {
  name: string;
  email: string;
  passwordHash: string;
}

export async function createAccount(db: Db, account: NewAccount): Promise<Actor> {
  return toActor(await db.user.create({ data: account, select: actorSelect }));
}

/** The guest's row becomes the account, so all that it owns stays. Null when it is no guest. */
export async function turnGuestIntoAccount(
  db: Db,
  guestId: string,
  account: NewAccount,
): Promise<Actor | null> {
  const rows = await db.user.updateManyAndReturn({
    where: { id: guestId, isGuest: true },
    data: { ...account, isGuest: false },
    select: actorSelect,
  });
  return rows[0] ? toActor(rows[0]) : null;
}

/**
 * Moves what a guest owns to an account and removes the guest. Run inside a transaction.
 * An idempotency key is unique per person; keys are random, so two people's never meet. A suspended guest
 * and what it has stay where they are: a suspension is not shed by signing in.
 */
export async function moveGuestToAccount(db: Db, guestId: string, userId: string): Promise<void> {
  if (guestId === userId) return;
  // Both people stand still meanwhile, always in the same order: a try-on asked for right now is
  // either seen here or comes too late, and is not lost in between.
  for (const id of [guestId, userId].sort()) {
    await db.$queryRaw`SELECT id FROM "User" WHERE id = ${id} FOR UPDATE`;
  }
  const guest = await db.user.findFirst({
    where: { id: guestId, isGuest: true, suspendedAt: null },
    select: { id: true },
  });
  if (!guest) return;
  const owned = { where: { userId: guestId }, data: { userId } };
  await db.consent.updateMany(owned);
  await db.photo.updateMany(owned);
  await db.tryOn.updateMany(owned);
  await db.usageEntry.updateMany(owned);
  await moveFavourites(db, guestId, userId);
  await db.media.updateMany({ where: { ownerId: guestId }, data: { ownerId: userId } });
  await db.erasure.updateMany(owned);
  await db.shareLink.updateMany(owned);
  await db.orderRequest.updateMany(owned);
  await mergeBags(db, guestId, userId);
  await db.user.delete({ where: { id: guestId } });
}

/**
 * Holds the person's row to the end of the transaction: one after the other, not two at once. Others may
 * refer to it meanwhile: who holds a shop's row already never waits for whoever waits for the shop.
 */
export async function lockUser(tx: Db, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId} FOR NO KEY UPDATE`;
}
