import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { NewSession } from '#lib/server/auth/session-cookie.ts';
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

/** Whom sessions can be of: nobody who is suspended or has closed the account. */
const present = { suspendedAt: null, closedAt: null } satisfies Prisma.UserWhereInput;

interface SessionUser {
  actor: Actor;
  /** When a guest was last seen, to within an hour. */
  seenAt: Date;
}

/**
 * The persons of sessions, as they are now, in the order of the sessions; null for one that has been
 * ended, and for nobody.
 */
export async function findSessionUsers(
  db: Db,
  sessions: NewSession[],
): Promise<(SessionUser | null)[]> {
  const rows = await db.user.findMany({
    where: { id: { in: sessions.map(({ userId }) => userId) }, ...present },
    select: { ...actorSelect, seenAt: true, sessionEpoch: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return sessions.map(({ userId, epoch }) => {
    const row = byId.get(userId);
    if (row?.sessionEpoch !== epoch) return null;
    const { seenAt, sessionEpoch: _, ...actor } = row;
    return { actor: toActor(actor), seenAt };
  });
}

export async function findActor(db: Db, session: NewSession): Promise<Actor | null> {
  const [found] = await findSessionUsers(db, [session]);
  return found?.actor ?? null;
}

/** All sessions of a person are worth nothing from now on. @returns the count for a new one. */
export async function endSessions(tx: Db, userId: string): Promise<number> {
  const { sessionEpoch } = await tx.user.update({
    where: { id: userId },
    data: { sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  });
  return sessionEpoch;
}

/** The same, unless they have been ended since that session was made. @returns null then. */
export async function endSessionsSince(
  tx: Db,
  { userId, epoch }: NewSession,
): Promise<number | null> {
  const [ended] = await tx.user.updateManyAndReturn({
    where: { id: userId, sessionEpoch: epoch, ...present },
    data: { sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  });
  return ended?.sessionEpoch ?? null;
}

export async function noteVisit(db: Db, userId: string, now: Date): Promise<void> {
  await db.user.updateMany({ where: { id: userId }, data: { seenAt: now } });
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

/** Nobody signs in to it. */
export async function isSuspended(db: Db, userId: string): Promise<boolean> {
  return (await db.user.count({ where: { id: userId, suspendedAt: { not: null } } })) === 1;
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

export interface NewAccount {
  name: string;
  email: string;
  passwordHash: string;
  /** When the person showed to own the address; nothing where no mail is sent. */
  emailVerified?: Date;
}

/** An account that was just made, and the session that it begins with. */
export interface NewlyMade {
  account: Actor;
  session: NewSession;
}

const newSelect = { ...actorSelect, sessionEpoch: true } satisfies Prisma.UserSelect;

const toNew = ({
  sessionEpoch,
  ...row
}: Prisma.UserGetPayload<{ select: typeof newSelect }>): NewlyMade => ({
  account: toActor(row),
  session: { userId: row.id, epoch: sessionEpoch },
});

export async function createAccount(db: Db, account: NewAccount): Promise<NewlyMade> {
  return toNew(await db.user.create({ data: account, select: newSelect }));
}

/**
 * The guest's row becomes the account, so all that it owns stays. Whoever else had the guest's session
 * does not get into the account with it. Null when it is no guest.
 */
export async function turnGuestIntoAccount(
  db: Db,
  guestId: string,
  account: NewAccount,
): Promise<NewlyMade | null> {
  const [made] = await db.user.updateManyAndReturn({
    where: { id: guestId, isGuest: true, ...present },
    data: { ...account, isGuest: false, sessionEpoch: { increment: 1 } },
    select: newSelect,
  });
  return made ? toNew(made) : null;
}

/**
 * Moves what a guest owns to an account and removes the guest. Run inside a transaction.
 * An idempotency key is unique per person; keys are random, so two people's never meet. A suspended guest
 * and what it has stay where they are: a suspension is not shed by signing in. So does what would go to an
 * account that was closed meanwhile.
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
  // Closed meanwhile, it takes nothing more: what the guest has would hang on nobody.
  const isOpen = (await db.user.count({ where: { id: userId, closedAt: null } })) === 1;
  if (!guest || !isOpen) return;
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
