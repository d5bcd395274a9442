import 'server-only';
import {
  type Breaker,
  type Evidence,
  type PauseReason,
  waitingDuring,
  weigh,
} from '#lib/domain/breaker.ts';
import { bucketSize, type Gate } from '#lib/domain/sending-room.ts';
import type { Db } from '#lib/server/db.ts';
import type { PrismaClient } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { tellQueue } from './queue-notices.ts';

/**
 * The one gate before the provider, shared by every process: a token bucket that all calls draw
 * from, a time until which the provider told us to wait, and the breaker that pauses sending.
 */
const GATE = 'segmind';

/** A probe that nobody reports back from is tried again after this. */
const PROBE_LEASE_MS = 60_000;

const gateColumns = {
  tokens: true,
  refilledAt: true,
  closedUntil: true,
  strikes: true,
  pausedReason: true,
  pausedSince: true,
  probes: true,
  probeAt: true,
} as const;

interface GateRow {
  tokens: number;
  refilledAt: Date;
  closedUntil: Date | null;
  strikes: number;
  pausedReason: string | null;
  pausedSince: Date | null;
  probes: number;
  probeAt: Date | null;
}

const breakerOf = (row: GateRow): Breaker => ({
  strikes: row.strikes,
  pause: row.pausedReason
    ? {
        reason: row.pausedReason as PauseReason,
        since: row.pausedSince ?? row.refilledAt,
        probes: row.probes,
        probeAt: row.probeAt,
      }
    : null,
});

const columnsOf = ({ pause, strikes }: Breaker) => ({
  strikes,
  pausedReason: pause?.reason ?? null,
  pausedSince: pause?.since ?? null,
  probes: pause?.probes ?? 0,
  probeAt: pause?.probeAt ?? null,
  ...(pause?.reason === 'manual' ? {} : { pausedById: null, pauseNote: null }),
});

/** The gate as it stands; made full on first use. */
export async function readGate(db: Db, perMinute: number, now: Date): Promise<Gate> {
  const row = await db.providerGate.findUnique({ where: { id: GATE }, select: gateColumns });
  if (!row) {
    await db.$executeRaw`
      INSERT INTO "ProviderGate" (id, tokens, "refilledAt")
      VALUES (${GATE}, ${bucketSize(perMinute, 1)}, ${now}) ON CONFLICT (id) DO NOTHING`;
    return readGate(db, perMinute, now);
  }
  const { tokens, refilledAt, closedUntil } = row;
  return { tokens, refilledAt, closedUntil, breaker: breakerOf(row) };
}

export type GateAnswer = { kind: 'open'; tokensLeft: number } | { kind: 'closed' };

/**
 * Takes `calls` out of the budget of `perMinute` calls.
 *
 * @param passesPause for what the provider has already, which must be fetched within the hour of its
 *   record, and for the probe. A pause keeps back new work only.
 * @param leave so many more must be there, and stay.
 * @param turn of the try-on that is sent with them; new turns count on from here.
 */
export async function takeCalls(
  db: Db,
  {
    calls,
    perMinute,
    passesPause,
    leave = 0,
    turn = 0n,
  }: { calls: number; perMinute: number; passesPause: boolean; leave?: number; turn?: bigint },
  now: Date,
): Promise<GateAnswer> {
  const rate = perMinute / 60;
  const size = bucketSize(perMinute, calls);
  // One statement, so that two processes never take the same token.
  const taken = await db.$queryRaw<{ tokens: number }[]>`
    ${kept} UPDATE "ProviderGate" SET
      tokens = least(${size}::float8, tokens + ${rate}::float8 * greatest(0, extract(epoch FROM ${now}::timestamp - "refilledAt"))) - ${calls}::float8,
      "refilledAt" = greatest("refilledAt", ${now}::timestamp),
      turn = greatest(turn, ${turn})
    WHERE id = ${GATE}
      AND ("closedUntil" IS NULL OR "closedUntil" <= ${now}::timestamp)
      AND ("pausedReason" IS NULL OR ${passesPause})
      AND least(${size}::float8, tokens + ${rate}::float8 * greatest(0, extract(epoch FROM ${now}::timestamp - "refilledAt"))) >= ${calls + leave}::float8
    RETURNING tokens`;
  const left = taken[0];
  return left ? { kind: 'open', tokensLeft: left.tokens } : { kind: 'closed' };
}

/** Nobody calls before then. Never opens earlier than somebody else said. */
export async function closeGate(db: Db, until: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE "ProviderGate" SET "closedUntil" = ${until}
    WHERE id = ${GATE} AND ("closedUntil" IS NULL OR "closedUntil" < ${until})`;
}

/** Takes the one probe that is due; false when there is none, or somebody else was first. */
export async function takeProbe(db: Db, now: Date): Promise<boolean> {
  const { count } = await db.providerGate.updateMany({
    where: { id: GATE, pausedReason: { not: 'manual' }, probeAt: { lte: now } },
    data: { probeAt: new Date(now.getTime() + PROBE_LEASE_MS) },
  });
  return count === 1;
}

export type BreakerChange = { from: PauseReason | null; to: PauseReason | null };

/**
 * Lets the breaker know what an answer showed, and the queue what came of it, in one transaction.
 * Costs one statement when there is nothing to learn.
 */
export async function weighEvidence(
  prisma: PrismaClient,
  evidence: Evidence,
  { byProbe, now }: { byProbe: boolean; now: Date },
): Promise<BreakerChange | null> {
  if (evidence.kind === 'works') {
    const troubled = await prisma.$queryRaw<unknown[]>`
      ${kept} SELECT 1 FROM "ProviderGate"
      WHERE id = ${GATE} AND (strikes > 0 OR "pausedReason" IS NOT NULL)`;
    if (troubled.length === 0) return null;
  }
  return prisma.$transaction((tx) =>
    changeBreaker(tx, (breaker) => weigh(breaker, evidence, { byProbe, now }), now),
  );
}

/** Sending stops until somebody lets it go on. */
export function pauseByHand(
  tx: Db,
  { actorId, note }: { actorId: string; note: string },
  now: Date,
): Promise<BreakerChange | null> {
  const pause = { reason: 'manual', since: now, probes: 0, probeAt: null } as const;
  return changeBreaker(tx, () => ({ pause, strikes: 0 }), now, {
    pausedById: actorId,
    pauseNote: note,
  });
}

/** Ends a pause of any kind: if the cause is still there, the next answers begin another. */
export function resumeByHand(tx: Db, now: Date): Promise<BreakerChange | null> {
  return changeBreaker(tx, () => ({ pause: null, strikes: 0 }), now);
}

async function changeBreaker(
  tx: Db,
  change: (breaker: Breaker) => Breaker,
  now: Date,
  more: { pausedById?: string; pauseNote?: string } = {},
): Promise<BreakerChange | null> {
  // The gate of a new installation has not been asked for anything yet.
  await tx.$executeRaw`
    INSERT INTO "ProviderGate" (id, tokens, "refilledAt") VALUES (${GATE}, 0, ${now})
    ON CONFLICT (id) DO NOTHING`;
  await tx.$queryRaw`SELECT id FROM "ProviderGate" WHERE id = ${GATE} FOR UPDATE`;
  const row = await tx.providerGate.findUniqueOrThrow({
    where: { id: GATE },
    select: gateColumns,
  });
  const before = breakerOf(row);
  const after = change(before);
  if (after === before) return null;
  await tx.providerGate.update({
    where: { id: GATE },
    data: { ...columnsOf(after), ...more },
    select: { id: true },
  });
  const from = before.pause?.reason ?? null;
  const to = after.pause?.reason ?? null;
  if (from === to) return null;
  await tellQueue(tx, to && waitingDuring(to), now);
  return { from, to };
}

/** Why nothing is sent, since when and until when; null while sending goes on. */
export async function findPause(db: Db) {
  const row = await db.providerGate.findUnique({
    where: { id: GATE },
    select: { ...gateColumns, pausedById: true, pauseNote: true },
  });
  const pause = row && breakerOf(row).pause;
  return pause ? { ...pause, byId: row.pausedById, note: row.pauseNote } : null;
}
