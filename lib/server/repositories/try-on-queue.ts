import 'server-only';
import { randomUUID } from 'node:crypto';
import type { GarmentCategory } from '#lib/domain/category.ts';
import {
  isFinal,
  LEASE_MS,
  mayFollow,
  needsReview,
  type TryOnState,
  type WaitingReason,
} from '#lib/domain/try-on.ts';
import type { Move, TryOnProgress } from '#lib/domain/try-on-steps.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma, type PrismaClient } from '#lib/server/generated/prisma/client.ts';
import { announceTryOnChange } from './try-on-changes.ts';
import { settleUsage } from './usage.ts';

/**
 * The try-on row as its own queue entry: claiming, holding and moving it. Everything that changes a
 * try-on's state is in this file. A claim gives the row a lease with a random token; every write
 * after that names the token and the version it was read at, so a holder that was too slow and lost
 * its lease writes nothing.
 */

export interface HeldTryOn extends TryOnProgress {
  id: string;
  userId: string;
  shopId: string;
  version: number;
  leaseToken: string;
  category: GarmentCategory;
  steps: number;
  guidance: number;
  seed: number;
  requestId: string | null;
  waitingReason: string | null;
}

// Row locking is not in Prisma's query API, so claims are raw SQL.
type ClaimedRow = Omit<HeldTryOn, 'seed'> & { seed: bigint };

const heldColumns = Prisma.sql`id, "userId", "shopId", version, "leaseToken", category::text, steps,
  guidance, seed, state::text, "serverErrors", stumbles, "providerStatus", "submittedAt",
  "requestId", "waitingReason"`;

const toHeld = (row: ClaimedRow): HeldTryOn => ({ ...row, seed: Number(row.seed) });

const leaseEnd = (now: Date) => new Date(now.getTime() + LEASE_MS);

/** Claims up to `limit` due rows that nobody holds: pictures to save first, then the oldest. */
export async function claimDueTryOns(db: Db, limit: number, now: Date): Promise<HeldTryOn[]> {
  const token = randomUUID();
  const rows = await db.$queryRaw<ClaimedRow[]>`
    UPDATE "TryOn" SET "leaseToken" = ${token}, "leaseUntil" = ${leaseEnd(now)}
    WHERE id IN (
      SELECT id FROM "TryOn"
      WHERE "nextActionAt" <= ${now} AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now})
      ORDER BY (state = 'saving') DESC, "nextActionAt"
      LIMIT ${limit}
      FOR UPDATE SKIP LOCKED
    )
    RETURNING ${heldColumns}`;
  return rows.map(toHeld);
}

/** Claims this one row if it is due and nobody holds it; null otherwise, which is normal. */
export async function claimTryOn(db: Db, id: string, now: Date): Promise<HeldTryOn | null> {
  const token = randomUUID();
  const rows = await db.$queryRaw<ClaimedRow[]>`
    UPDATE "TryOn" SET "leaseToken" = ${token}, "leaseUntil" = ${leaseEnd(now)}
    WHERE id = ${id} AND "nextActionAt" <= ${now}
      AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now})
    RETURNING ${heldColumns}`;
  return rows[0] ? toHeld(rows[0]) : null;
}

/** False when the lease was lost; the holder must then stop. */
export async function renewLease(db: Db, held: HeldTryOn, now: Date): Promise<boolean> {
  const { count } = await db.tryOn.updateMany({
    where: { id: held.id, leaseToken: held.leaseToken },
    data: { leaseUntil: leaseEnd(now) },
  });
  return count === 1;
}

/** Gives the row back as it is. `dueAt` moves its next turn; left out, the turn stays. */
export async function releaseLease(db: Db, held: HeldTryOn, dueAt?: Date): Promise<void> {
  await db.tryOn.updateMany({
    where: {
      id: held.id,
      leaseToken: held.leaseToken,
      state: held.state,
      version: held.version,
    },
    data: {
      leaseToken: null,
      leaseUntil: null,
      ...(dueAt ? { nextActionAt: dueAt } : {}),
    },
  });
}

/**
 * Gives the row back until the provider's gate opens. A reason is shown to the person; without one
 * it is only our own pacing, of which nobody needs to hear.
 */
export async function postponeTryOn(
  prisma: PrismaClient,
  held: HeldTryOn,
  until: Date,
  reason: WaitingReason | null,
): Promise<void> {
  await applyMove(
    prisma,
    held,
    {
      to: held.state,
      nextActionAt: until,
      stumbles: held.stumbles,
      waitingReason: reason,
    },
    new Date(),
  );
}

/** When the next row becomes due, for the worker's sleep. */
export async function nextDueAt(db: Db): Promise<Date | null> {
  const rows = await db.$queryRaw<{ due: Date | null }[]>`
    SELECT min(greatest("nextActionAt", coalesce("leaseUntil", "nextActionAt"))) AS due
    FROM "TryOn" WHERE "nextActionAt" IS NOT NULL`;
  return rows[0]?.due ?? null;
}

/**
 * Commits the intent to send: after this the row is `sending` under a fresh lease, and if nobody
 * reports back it ends as `unknown`. Null when the lease was lost; then nothing may be sent.
 */
export async function beginSending(
  prisma: PrismaClient,
  held: HeldTryOn,
  now: Date,
): Promise<HeldTryOn | null> {
  return prisma.$transaction(async (tx) => {
    const rows = await tx.tryOn.updateManyAndReturn({
      where: {
        id: held.id,
        version: held.version,
        leaseToken: held.leaseToken,
        state: 'queued',
      },
      data: {
        state: 'sending',
        version: { increment: 1 },
        attempts: { increment: 1 },
        waitingReason: null,
        leaseUntil: leaseEnd(now),
        // Due as soon as the lease is over: that is how a death in between is found.
        nextActionAt: now,
      },
      select: { version: true },
    });
    const row = rows[0];
    if (!row) return null;
    await recordEvent(tx, held.id, row.version, 'sending', 'sending');
    await announceTryOnChange(tx, held.id, row.version);
    return { ...held, state: 'sending', version: row.version, waitingReason: null };
  });
}

/**
 * Writes a move with everything that belongs to it (event, allowance, review case, notice to the
 * watchers) in one transaction, and gives the lease back unless the next step is due at once.
 *
 * @returns the row to go on with, or null when there is nothing to do now (or the race was lost).
 */
export async function applyMove(
  prisma: PrismaClient,
  held: HeldTryOn,
  move: Move,
  now: Date,
): Promise<HeldTryOn | null> {
  const { to } = move;
  const changesState = to !== held.state;
  if (changesState && !mayFollow(held.state, to)) {
    throw new Error(`A try-on may not go from ${held.state} to ${to}.`);
  }
  const visible =
    changesState ||
    move.waitingReason !== held.waitingReason ||
    (move.providerStatus !== undefined && move.providerStatus !== held.providerStatus);
  const goesOn = !isFinal(to) && move.nextActionAt !== null && move.nextActionAt <= now;

  return prisma.$transaction(async (tx) => {
    const rows = await tx.tryOn.updateManyAndReturn({
      where: {
        id: held.id,
        version: held.version,
        leaseToken: held.leaseToken,
        state: held.state,
      },
      data: {
        state: to,
        ...(visible ? { version: { increment: 1 } } : {}),
        nextActionAt: move.nextActionAt,
        stumbles: move.stumbles,
        serverErrors: move.serverErrors,
        waitingReason: move.waitingReason,
        requestId: move.requestId,
        providerStatus: move.providerStatus,
        submittedAt: move.submittedAt,
        completedAt: move.completedAt,
        inferenceSeconds: move.inferenceSeconds,
        resultMediaId: move.resultMediaId,
        errorClass: move.errorClass,
        providerText: move.providerText,
        providerHttp: move.providerHttp,
        ...(isFinal(to) ? { finishedAt: now } : {}),
        ...(goesOn ? { leaseUntil: leaseEnd(now) } : { leaseToken: null, leaseUntil: null }),
      },
      // The owner is read with the move: a guest may have become an account since the claim.
      select: { version: true, userId: true, shopId: true, deletedAt: true },
    });
    const row = rows[0];
    if (!row) return null;

    if (visible) {
      await recordEvent(tx, held.id, row.version, changesState ? to : 'note', to, {
        ...(move.waitingReason ? { waiting: move.waitingReason } : {}),
        ...(move.errorClass ? { errorClass: move.errorClass } : {}),
        ...(move.providerHttp ? { http: move.providerHttp } : {}),
        ...(move.providerStatus ? { providerStatus: move.providerStatus } : {}),
      });
      await announceTryOnChange(tx, held.id, row.version);
    }
    if (isFinal(to)) {
      const errorClass = move.errorClass ?? 'unclassified';
      const booked = { id: held.id, userId: row.userId, shopId: row.shopId };
      await settleUsage(tx, booked, to === 'succeeded' || to === 'cancelled' ? to : errorClass);
      if (move.resultMediaId) {
        await tx.media.update({
          where: { id: move.resultMediaId },
          // Deleted while it ran: the look is discarded, and the next sweep takes its bytes.
          data: { ownerId: row.userId, deleteAfter: row.deletedAt ? now : null },
          select: { id: true },
        });
      }
      if (needsReview(to)) {
        await tx.reviewCase.create({
          data: { tryOnId: held.id, errorClass },
          select: { id: true },
        });
      }
    }
    if (!goesOn || isFinal(to)) return null;
    return {
      ...held,
      state: to,
      version: row.version,
      stumbles: move.stumbles,
      serverErrors: move.serverErrors ?? held.serverErrors,
      waitingReason: move.waitingReason,
      requestId: move.requestId ?? held.requestId,
      providerStatus: move.providerStatus === undefined ? held.providerStatus : move.providerStatus,
      submittedAt: move.submittedAt ?? held.submittedAt,
    };
  });
}

/** Calls off a try-on of which nothing was sent yet. False when it was too late for that. */
export async function cancelQueuedTryOn(
  prisma: PrismaClient,
  id: string,
  userId: string,
  now: Date,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const rows = await tx.tryOn.updateManyAndReturn({
      where: { id, userId, state: 'queued' },
      data: {
        state: 'cancelled',
        version: { increment: 1 },
        nextActionAt: null,
        leaseToken: null,
        leaseUntil: null,
        waitingReason: null,
        finishedAt: now,
      },
      select: { version: true, shopId: true },
    });
    const row = rows[0];
    if (!row) return false;
    await recordEvent(tx, id, row.version, 'cancelled', 'cancelled');
    await settleUsage(tx, { id, userId, shopId: row.shopId }, 'cancelled');
    await announceTryOnChange(tx, id, row.version);
    return true;
  });
}

export async function recordEvent(
  tx: Db,
  tryOnId: string,
  version: number,
  kind: string,
  state: TryOnState,
  detail?: Record<string, string | number>,
): Promise<void> {
  await tx.tryOnEvent.create({
    data: { tryOnId, version, kind, state, detail },
    select: { id: true },
  });
}
