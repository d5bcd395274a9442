import 'server-only';
import { type PauseReason, waitingDuring } from '#lib/domain/breaker.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Db } from '#lib/server/db.ts';
import type { TryOnLane } from '#lib/server/generated/prisma/client.ts';

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

/** A new row at the end of its shop's line. Holds the shop's row to the end of the transaction. */
export async function createTryOn(tx: Db, tryOn: NewTryOn, now: Date) {
  const { turn, pausedReason } = await takeTurn(tx, tryOn.shopId, tryOn.lane);
  return tx.tryOn.create({
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
}

/**
 * Start-time fair queueing: a shop's next turn is one after its last, but never before those that
 * are sent just now, so that nobody saves turns up and nobody pays for having asked much earlier. Work in
 * bulk stands in line and does not make it longer: its shop's shoppers are not to wait for it.
 */
async function takeTurn(tx: Db, shopId: string, lane: TryOnLane) {
  const step = lane === 'BULK' ? 0 : 1;
  const rows = await tx.$queryRaw<{ turn: bigint; pausedReason: PauseReason | null }[]>`
    UPDATE "Shop" SET "lastTurn" = greatest("lastTurn", coalesce((SELECT turn FROM "ProviderGate" LIMIT 1), 0)) + ${step}
    WHERE id = ${shopId}
    RETURNING "lastTurn" + 1 - ${step} AS turn,
      (SELECT "pausedReason" FROM "ProviderGate" LIMIT 1) AS "pausedReason"`;
  const row = rows[0];
  if (!row) throw new Error(`There is no shop ${shopId}.`);
  return row;
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
