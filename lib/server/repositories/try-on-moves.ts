import 'server-only';
import { PROVIDER_TEXT_VERSION } from '#lib/domain/provider-text.ts';
import { isFinal, mayFollow, needsReview, type TryOnState } from '#lib/domain/try-on.ts';
import type { Move } from '#lib/domain/try-on-steps.ts';
import { crashPoint } from '#lib/server/crash-points.ts';
import type { Db } from '#lib/server/db.ts';
import { countEnding } from '#lib/server/figures/count.ts';
import type { Prisma, PrismaClient } from '#lib/server/generated/prisma/client.ts';
import { transact } from '#lib/server/transact.ts';
import { holdPersonOf } from './discarded-try-ons.ts';
import { erasePictures } from './erasures.ts';
import { hangModelLook } from './model-looks.ts';
import { type ChangedRow, type ChangeEvent, writeChange } from './move-statement.ts';
import { closeCaseOf, openCaseOf } from './review-cases.ts';
import { noteFiling } from './text-rules.ts';
import { announceTryOnChange } from './try-on-changes.ts';
import { type HeldTryOn, leaseEnd } from './try-on-claims.ts';
import { settleUsage } from './usage.ts';

/**
 * Every change of a try-on's state, with all that belongs to it in one transaction: compare-and-set
 * on version, state and lease; the event; the allowance; the review case; the notice to the watchers.
 */

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
    // Before the change: deleted meanwhile, nothing of it leaves the house any more.
    if (!held.forShop) await holdPersonOf(tx, held.id);
    const row = await writeChange(
      tx,
      held,
      {
        state: 'sending',
        waitingReason: null,
        leaseUntil: leaseEnd(now),
        // Due as soon as the lease is over: that is how a death in between is found.
        nextActionAt: now,
      },
      { kind: 'sending' },
      { begins: true, unlessDiscarded: true },
    );
    if (!row) return null;
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

  const write = (db: Db) => {
    const change = {
      state: to,
      nextActionAt: move.nextActionAt,
      stumbles: move.stumbles,
      serverErrors: move.serverErrors,
      waitingReason: move.waitingReason,
      requestId: move.requestId,
      providerStatus: move.providerStatus,
      submittedAt: move.submittedAt,
      completedAt: move.completedAt,
      costMicros: move.costMicros,
      providerSeconds: move.providerSeconds,
      pendingAt: move.pendingAt,
      resultMediaId: move.resultMediaId,
      errorClass: move.errorClass,
      providerText: move.providerText,
      providerHttp: move.providerHttp,
      ...(isFinal(to) ? { finishedAt: now } : {}),
      ...(goesOn ? { leaseUntil: leaseEnd(now) } : { leaseToken: null, leaseUntil: null }),
    };
    return writeChange(db, held, change, visible ? eventOf(held, move) : null);
  };
  const goOn = ({ version, discarded }: ChangedRow): HeldTryOn | null => {
    if (!goesOn || isFinal(to)) return null;
    return {
      ...held,
      state: to,
      version,
      discarded,
      stumbles: move.stumbles,
      serverErrors: move.serverErrors ?? held.serverErrors,
      waitingReason: move.waitingReason,
      requestId: move.requestId ?? held.requestId,
      providerStatus: move.providerStatus === undefined ? held.providerStatus : move.providerStatus,
      submittedAt: move.submittedAt ?? held.submittedAt,
      pendingAt: move.pendingAt ?? held.pendingAt,
    };
  };
  // Nothing else belongs to it, and one statement is a transaction.
  if (!isFinal(to) && !move.filedBy && !move.providerText) {
    const row = await write(prisma);
    return row && goOn(row);
  }

  return prisma.$transaction(async (tx) => {
    const row = await write(tx);
    if (!row) return null;
    // Nobody asks any more why nothing became of it, and what the provider writes may be about a person.
    const isUnwanted = row.deletedAt !== null && !row.forShop;
    if (isUnwanted && move.providerText) {
      await tx.tryOn.update({
        where: { id: held.id },
        data: { providerText: null },
        select: { id: true },
      });
    }

    if (move.filedBy) {
      // What is refused as it is sent ends as `failed`, whatever its class.
      const { classBefore } = move.filedBy;
      const blocked = classBefore === 'content_blocked' && held.state !== 'sending';
      await noteFiling(tx, held.id, move.filedBy, blocked ? 'blocked' : 'failed');
    }
    if (isFinal(to)) {
      const errorClass = move.errorClass ?? 'unclassified';
      if (move.resultMediaId) {
        await tx.media.updateMany({
          where: { id: move.resultMediaId, erasureId: null },
          data: { ownerId: row.forShop ? null : row.userId, deleteAfter: null },
        });
        if (row.forShop) await hangModelLook(tx, held, move.resultMediaId);
        // Deleted while it was being saved: the look is never seen, and the next sweep takes its bytes.
        else if (isUnwanted) {
          const { userId } = row;
          await erasePictures(tx, { cause: 'look', userId, mediaIds: [move.resultMediaId] }, now);
        }
      }
      // The garment, then the shop's month, as for whoever asks for another take meanwhile.
      const booked = { id: held.id, userId: row.userId, shopId: row.shopId };
      // A picture that was there already cost nothing, so it is not counted either.
      const free = to === 'cancelled' || held.state === 'queued';
      await settleUsage(tx, booked, free ? 'free' : to === 'succeeded' ? to : errorClass);
      if (needsReview(to)) {
        const { shopId, garmentId } = row;
        const providerText = isUnwanted ? null : (move.providerText ?? null);
        await openCaseOf(tx, {
          tryOnId: held.id,
          shopId,
          garmentId,
          cause: to,
          errorClass,
          providerText,
        });
      }
      // A warning that it was running out of time.
      else if (to === 'succeeded') await closeCaseOf(tx, held.id, 'saved_in_time', now);
      if (!row.forShop) await countEnding(tx, row, to);
    }
    crashPoint('move-uncommitted');
    return goOn(row);
  });
}

function eventOf(held: HeldTryOn, move: Move): ChangeEvent {
  return {
    kind: move.to === held.state ? 'note' : move.to,
    detail: {
      ...(move.waitingReason ? { waiting: move.waitingReason } : {}),
      ...(move.errorClass
        ? { errorClass: move.errorClass, classifier: PROVIDER_TEXT_VERSION }
        : {}),
      ...(move.filedBy ? { rule: move.filedBy.ruleId } : {}),
      ...(move.providerHttp ? { http: move.providerHttp } : {}),
      ...(move.providerStatus ? { providerStatus: move.providerStatus } : {}),
      ...(move.reusedFromId ? { reusedFrom: move.reusedFromId } : {}),
    },
  };
}

/** Calls off a person's try-on of which nothing was sent yet. False when it was too late for that. */
export async function cancelQueuedTryOn(id: string, userId: string, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const called = await cancelQueued(tx, { id, userId, forShop: false }, now);
    return called.length > 0;
  });
}

/** The same for a shop's own; those that were sent meanwhile go on. */
export async function cancelQueuedOfShop(
  tx: Db,
  ids: string[],
  shopId: string,
  now: Date,
): Promise<void> {
  await cancelQueued(tx, { id: { in: ids }, shopId, forShop: true }, now);
}

/** The same for a retry that an admin takes back, whosever it is. */
export async function cancelQueuedRetry(tx: Db, id: string, now: Date): Promise<boolean> {
  return (await cancelQueued(tx, { id }, now)).length > 0;
}

async function cancelQueued(tx: Db, which: Prisma.TryOnWhereInput, now: Date) {
  const rows = await tx.tryOn.updateManyAndReturn({
    where: { ...which, state: 'queued' },
    data: {
      state: 'cancelled',
      version: { increment: 1 },
      nextActionAt: null,
      leaseToken: null,
      leaseUntil: null,
      waitingReason: null,
      finishedAt: now,
    },
    select: {
      id: true,
      userId: true,
      shopId: true,
      forShop: true,
      garmentId: true,
      createdAt: true,
      costMicros: true,
      version: true,
    },
  });
  for (const row of rows) {
    await recordEvent(tx, row.id, row.version, 'cancelled', 'cancelled');
    await settleUsage(tx, row, 'free');
    await announceTryOnChange(tx, row.id, row.version);
    if (!row.forShop) await countEnding(tx, row, 'cancelled');
  }
  return rows;
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
