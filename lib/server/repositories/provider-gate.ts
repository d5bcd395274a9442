import 'server-only';
import type { WaitingReason } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';

/**
 * The one gate before the provider, shared by every process: a token bucket that all calls draw
 * from, and a time until which nobody should call.
 */
export type GateAnswer =
  | { kind: 'open' }
  | { kind: 'closed'; until: Date; reason: WaitingReason | null };

const GATE = 'segmind';

/**
 * Takes `calls` out of the budget of `perMinute` calls, which may gather for ten seconds.
 *
 * @param paidFor the provider has the job already. A pause (key, credits) keeps back new work only:
 *   what is paid for must be fetched within the hour of its record.
 */
export async function takeCalls(
  db: Db,
  { calls, perMinute, paidFor }: { calls: number; perMinute: number; paidFor: boolean },
  now: Date,
): Promise<GateAnswer> {
  const rate = perMinute / 60;
  const capacity = Math.max(calls, rate * 10);
  await db.$executeRaw`
    INSERT INTO "ProviderGate" (id, tokens, "refilledAt") VALUES (${GATE}, ${capacity}, ${now})
    ON CONFLICT (id) DO NOTHING`;
  // One statement, so that two processes never take the same token.
  const taken = await db.$queryRaw<unknown[]>`
    UPDATE "ProviderGate" SET
      tokens = least(${capacity}::float8, tokens + ${rate}::float8 * greatest(0, extract(epoch FROM ${now}::timestamp - "refilledAt"))) - ${calls}::float8,
      "refilledAt" = greatest("refilledAt", ${now}::timestamp)
    WHERE id = ${GATE}
      AND ("closedUntil" IS NULL OR "closedUntil" <= ${now}::timestamp
        OR (${paidFor} AND "closedReason" = 'provider_paused'))
      AND least(${capacity}::float8, tokens + ${rate}::float8 * greatest(0, extract(epoch FROM ${now}::timestamp - "refilledAt"))) >= ${calls}::float8
    RETURNING id`;
  if (taken.length > 0) return { kind: 'open' };

  const gate = await db.providerGate.findUniqueOrThrow({ where: { id: GATE } });
  const passes = paidFor && gate.closedReason === 'provider_paused';
  if (gate.closedUntil && gate.closedUntil > now && !passes) {
    return {
      kind: 'closed',
      until: gate.closedUntil,
      reason: gate.closedReason as WaitingReason | null,
    };
  }
  const waitMs = ((calls - Math.max(0, gate.tokens)) / rate) * 1000;
  return { kind: 'closed', until: new Date(now.getTime() + Math.max(50, waitMs)), reason: null };
}

/** Never opens earlier than somebody else said. */
export async function closeGate(db: Db, until: Date, reason: WaitingReason): Promise<void> {
  await db.$executeRaw`
    UPDATE "ProviderGate" SET "closedReason" = ${reason}, "closedUntil" = ${until}
    WHERE id = ${GATE} AND ("closedUntil" IS NULL OR "closedUntil" < ${until})`;
}
