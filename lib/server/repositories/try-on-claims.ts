import 'server-only';
import { randomUUID } from 'node:crypto';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { LEASE_MS } from '#lib/domain/try-on.ts';
import type { TryOnProgress } from '#lib/domain/try-on-steps.ts';
import type { Db } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { Prisma, type TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { isDiscardedSql } from './discarded-try-ons.ts';

/**
 * The try-on row as its own queue entry: who may hold it, and until when. A claim gives the row a
 * lease with a random token; every write after that names the token and the version it was read at,
 * so a holder that was too slow and lost its lease writes nothing.
 */

export interface HeldTryOn extends TryOnProgress {
  id: string;
  userId: string;
  shopId: string;
  garmentImageId: string;
  houseModelId: string | null;
  baseId: string | null;
  forShop: boolean;
  lane: TryOnLane;
  turn: bigint;
  version: number;
  leaseToken: string;
  category: GarmentCategory;
  steps: number;
  guidance: number;
  seed: number;
  pendingAt: Date | null;
  requestId: string | null;
  waitingReason: string | null;
  /**
   * Nobody wants anything of it any more, as far as was seen when the row was last read: its own
   * `deletedAt` as it was at the claim, the account and the photo as they were when that statement began.
   */
  discarded: boolean;
  /** It is sent to find out whether a pause may end. */
  probe?: boolean;
}

// Row locking is not in Prisma's query API, so claims are raw SQL.
type ClaimedRow = Omit<HeldTryOn, 'seed'> & { seed: bigint };

const heldColumns = Prisma.sql`id, "userId", "shopId", "garmentImageId", "houseModelId", "baseId", "forShop", lane::text, turn, version,
  "leaseToken", category::text, steps, guidance, seed, state::text, "serverErrors", stumbles,
  "providerStatus", "submittedAt", "pendingAt", "requestId", "waitingReason",
  ${isDiscardedSql} AS discarded`;

const toHeld = (row: ClaimedRow): HeldTryOn => ({ ...row, seed: Number(row.seed) });

export const leaseMs = () => (env().LEASE_SECONDS ?? LEASE_MS / 1_000) * 1_000;

export const leaseEnd = (now: Date) => new Date(now.getTime() + leaseMs());

/** Due, and nobody holds it. */
const isFree = (now: Date) => Prisma.sql`"nextActionAt" <= ${now}
  AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now})`;

// Materialized, so that under no plan the candidates are looked for once more, and more than the limit held.
async function claim(db: Db, candidates: Prisma.Sql, now: Date): Promise<HeldTryOn[]> {
  const token = randomUUID();
  const rows = await db.$queryRaw<ClaimedRow[]>`
    ${kept} WITH candidate AS MATERIALIZED (${candidates} FOR UPDATE SKIP LOCKED)
    UPDATE "TryOn" t SET "leaseToken" = ${token}, "leaseUntil" = ${leaseEnd(now)}
    WHERE id IN (SELECT id FROM candidate)
    RETURNING ${heldColumns}`;
  return rows.map(toHeld);
}

/** So many more of each state and lane than are claimed: others may just be claiming the first. */
const LOOK_AHEAD = 48;

/**
 * Claims due rows that the provider has, or may have: pictures to save first, then what has been due
 * longest. Without room for calls only those whose sender died, which needs none. It costs no more when
 * many are due: of each state and lane only the first are looked at, and only what is claimed is locked.
 */
export function claimPaidFor(
  db: Db,
  { limit, calls, id }: { limit: number; calls: number; id?: string },
  now: Date,
): Promise<HeldTryOn[]> {
  const states = calls > 0 ? ['saving', 'running', 'sending'] : ['sending'];
  // An array is made once, whatever the plan; as rows they were looked for again for each that is due.
  const looked = id
    ? Prisma.sql`ARRAY[${id}]`
    : Prisma.sql`ARRAY(
      SELECT first.id FROM unnest(${states}::"TryOnState"[]) AS active (state)
        CROSS JOIN unnest(enum_range(NULL::"TryOnLane")) AS one (lane)
        CROSS JOIN LATERAL (SELECT id FROM "TryOn"
          WHERE "TryOn".state = active.state AND "TryOn".lane = one.lane AND ${isFree(now)}
          ORDER BY "nextActionAt" LIMIT ${limit + LOOK_AHEAD}) AS first)`;
  return claim(
    db,
    Prisma.sql`
      SELECT id FROM "TryOn"
      WHERE id = ANY (${looked}) AND state = ANY (${states}::"TryOnState"[]) AND ${isFree(now)}
      ORDER BY (state = 'saving') DESC, "nextActionAt" LIMIT ${limit}`,
    now,
  );
}

/**
 * Claims the first in the queue, people before work in bulk or those of one lane alone. For a probe, one that has not met a server error yet: two of them
 * end a try-on, and a probe is likely to meet one.
 */
export function claimQueued(
  db: Db,
  { limit, lane, probe = false }: { limit: number; lane?: TryOnLane; probe?: boolean },
  now: Date,
): Promise<HeldTryOn[]> {
  const ofLane = lane ? Prisma.sql`AND lane = ${lane}::"TryOnLane"` : Prisma.empty;
  const unhurtFirst = probe ? Prisma.sql`"serverErrors",` : Prisma.empty;
  return claim(
    db,
    Prisma.sql`
      SELECT id FROM "TryOn" WHERE state = 'queued' AND ${isFree(now)} ${ofLane}
      ORDER BY ${unhurtFirst} lane, turn, id LIMIT ${limit}`,
    now,
  );
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

export interface DueTimes {
  /** Of a row whose sender may have died. */
  sending: Date | null;
  /** Of a row that the provider has. */
  paidFor: Date | null;
  queued: Date | null;
  /** Of one in the queue that is work in bulk. */
  bulk: Date | null;
}

/** More than ten workers hold; if more are held, a worker may sleep as long as it ever does. */
const LOOKED_AT = 256;

/**
 * When the next row becomes due, for the worker's sleep. Told by the first so many of each state and lane,
 * so that it costs no more when many wait, and those of one lane hide nobody in the other.
 */
export async function nextDueTimes(db: Db): Promise<DueTimes> {
  const rows = await db.$queryRaw<{ kind: keyof DueTimes; due: Date | null }[]>`
    ${kept} SELECT CASE WHEN state = 'queued' AND lane = 'BULK' THEN 'bulk'
        WHEN state IN ('queued', 'sending') THEN state::text ELSE 'paidFor' END AS kind,
      min(greatest("nextActionAt", coalesce("leaseUntil", "nextActionAt"))) AS due
    FROM unnest(ARRAY['queued', 'sending', 'running', 'saving']::"TryOnState"[]) AS active (state)
      CROSS JOIN unnest(enum_range(NULL::"TryOnLane")) AS one (lane)
      CROSS JOIN LATERAL (SELECT "nextActionAt", "leaseUntil" FROM "TryOn"
        WHERE "TryOn".state = active.state AND "TryOn".lane = one.lane
        ORDER BY "nextActionAt" LIMIT ${LOOKED_AT}) AS first
    GROUP BY 1`;
  const due: DueTimes = { sending: null, paidFor: null, queued: null, bulk: null };
  for (const row of rows) due[row.kind] = row.due;
  return due;
}
