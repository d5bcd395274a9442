import 'server-only';
import { randomBytes } from 'node:crypto';
import { type PauseReason, waitingDuring } from '#lib/domain/breaker.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { uuid7 } from '#lib/domain/uuid7.ts';
import type { Db } from '#lib/server/db.ts';
import type { TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { TRY_ON_CHANGED } from './try-on-changes.ts';

/** A try-on that is asked for, for the first time or once more. */

export interface NewTryOn {
  userId: string;
  shopId: string;
  garmentId: string;
  garmentImageId: string;
  photoId: string | null;
  houseModelId: string | null;
  /** The look that it goes over. */
  baseId: string | null;
  retryOfId: string | null;
  idempotencyKey: string;
  category: GarmentCategory;
  steps: number;
  guidance: number;
  seed: number;
  /** A shop's own. */
  forShop: boolean;
  lane: TryOnLane;
}

/** Whether this was asked for before, under the same key. */
export async function isAskedFor(
  db: Db,
  { userId, idempotencyKey }: Pick<NewTryOn, 'userId' | 'idempotencyKey'>,
): Promise<boolean> {
  return (await db.tryOn.count({ where: { userId, idempotencyKey } })) > 0;
}

/**
 * A new row at the end of its shop's line. Holds the shop's row to the end of the transaction: whether
 * the shop is suspended stands until then.
 */
export async function createTryOn(tx: Db, tryOn: NewTryOn, now: Date) {
  const { turn, pausedReason, shopSuspended } = await takeTurn(tx, tryOn.shopId, tryOn.lane);
  const created = await tx.tryOn.create({
    data: {
      ...tryOn,
      seed: BigInt(tryOn.seed),
      turn,
      waitingReason: pausedReason && waitingDuring(pausedReason),
      createdAt: now,
      nextActionAt: now,
    },
    select: { id: true, version: true },
  });
  return { ...created, shopSuspended };
}

/**
 * Start-time fair queueing: a shop's next turn is one after its last, but never before those that
 * are sent just now, so that nobody saves turns up and nobody pays for having asked much earlier. Work in
 * bulk stands in line and does not make it longer: its shop's shoppers are not to wait for it.
 */
async function takeTurn(tx: Db, shopId: string, lane: TryOnLane) {
  const step = lane === 'BULK' ? 0 : 1;
  const rows = await tx.$queryRaw<
    { turn: bigint; pausedReason: PauseReason | null; shopSuspended: boolean }[]
  >`
    ${kept} UPDATE "Shop" SET "lastTurn" = greatest("lastTurn", coalesce((SELECT turn FROM "ProviderGate" LIMIT 1), 0)) + ${step}
    WHERE id = ${shopId}
    RETURNING "lastTurn" + 1 - ${step} AS turn, "suspendedAt" IS NOT NULL AS "shopSuspended",
      (SELECT "pausedReason" FROM "ProviderGate" LIMIT 1) AS "pausedReason"`;
  const row = rows[0];
  if (!row) throw new Error(`There is no shop ${shopId}.`);
  return row;
}

/**
 * What belongs to a new row: its reservation, its first event, the notice to the watchers, and that the
 * photo was used. Raw SQL, for one statement: somebody is waiting until all of them are through.
 */
export async function bookTryOn(
  tx: Db,
  { id, version }: { id: string; version: number },
  { userId, shopId, photoId }: Pick<NewTryOn, 'userId' | 'shopId' | 'photoId'>,
  /** By the one clock that the submit was weighed by, or it could count on another day. */
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    ${kept} WITH reserved AS (
      INSERT INTO "UsageEntry" (id, "tryOnId", "userId", "shopId", kind, at)
      VALUES (${uuid7(at.getTime(), randomBytes(10))}, ${id}, ${userId}, ${shopId}, 'RESERVE', ${at})
    ), told AS (
      INSERT INTO "TryOnEvent" ("tryOnId", at, version, kind, state)
      VALUES (${id}, ${at}, ${version}, 'queued', 'queued')
    ), used AS (
      UPDATE "Photo" SET "lastUsedAt" = ${at} WHERE id = ${photoId}
    )
    SELECT pg_notify(${TRY_ON_CHANGED}, ${`${id}:${version}`})`;
}

/** For whoever holds the shop's row: it cannot be suspended before the end of the transaction then. */
export async function isShopSuspended(tx: Db, shopId: string): Promise<boolean> {
  return (await tx.shop.count({ where: { id: shopId, suspendedAt: { not: null } } })) > 0;
}

/** Holds the row to the end of the transaction, as a move of it does. */
export async function lockTryOn(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "TryOn" WHERE id = ${id} FOR NO KEY UPDATE`;
}

/** Holds the shop's row to the end of the transaction, as `createTryOn` does. */
export async function holdShop(tx: Db, shopId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Shop" WHERE id = ${shopId} FOR NO KEY UPDATE`;
}
