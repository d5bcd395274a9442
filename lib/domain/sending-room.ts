import type { Breaker } from './breaker.ts';

/** The state of the gate before the provider, as all processes see it. */
export interface Gate {
  /** Calls that may be made now; refilled steadily. */
  tokens: number;
  refilledAt: Date;
  /** The provider told us to wait until then. */
  closedUntil: Date | null;
  breaker: Breaker;
}

export interface Room {
  /** Calls that may be made at once for what the provider has already. */
  calls: number;
  /** When there is room for such a call again; now, if there is. */
  nextCallAt: Date;
  /** Try-ons that may be sent at once; calls for paid-for work come first. */
  sends: number;
  /** When there is room to send again; null while only a person can end the pause. */
  nextSendAt: Date | null;
  /** How many of `sends` may be work in bulk: those that leave a shopper's place free. */
  spareSends: number;
  /** When there is room to send in bulk; null like `nextSendAt`. */
  nextSpareAt: Date | null;
  /** Sending is paused, and it is time to try whether it may go on. */
  probe: boolean;
}

/** Calls may gather for so long, so that a burst after a quiet time stays under the plan's minute. */
const BURST_SECONDS = 10;

export const bucketSize = (perMinute: number, calls: number) =>
  Math.max(calls, (perMinute / 60) * BURST_SECONDS);

/**
 * Calls that work in bulk leaves in the bucket, so that shoppers who come the next second are sent at
 * once: half of the bucket, and two sends at least. A bucket too small for that and for a send in bulk
 * is used in bulk only when it is full.
 */
export function keptForShoppers(perMinute: number, callsPerSend: number): number {
  const size = bucketSize(perMinute, callsPerSend);
  return Math.max(0, Math.min(Math.max(2 * callsPerSend, size / 2), size - callsPerSend));
}

/** What may be done now, and when next. Only a forecast: the tokens themselves are taken one by one. */
export function roomFor(
  gate: Gate,
  { perMinute, callsPerSend }: { perMinute: number; callsPerSend: number },
  now: Date,
): Room {
  const rate = perMinute / 60_000;
  const since = Math.max(0, now.getTime() - gate.refilledAt.getTime());
  const tokens = Math.min(bucketSize(perMinute, callsPerSend), gate.tokens + rate * since);
  const open = gate.closedUntil !== null && gate.closedUntil > now ? gate.closedUntil : now;
  const reached = (calls: number) =>
    new Date(Math.max(open.getTime(), now.getTime() + Math.max(0, calls - tokens) / rate));
  const calls = open > now ? 0 : Math.floor(tokens);
  const { pause } = gate.breaker;
  if (pause) {
    const probeAt = pause.probeAt;
    const nextSendAt = probeAt && new Date(Math.max(probeAt.getTime(), reached(1).getTime()));
    const probe = nextSendAt !== null && nextSendAt <= now;
    return {
      calls,
      nextCallAt: reached(1),
      sends: 0,
      nextSendAt,
      spareSends: 0,
      nextSpareAt: nextSendAt,
      probe,
    };
  }
  const kept = keptForShoppers(perMinute, callsPerSend);
  const spare = open > now ? 0 : Math.floor((tokens - kept) / callsPerSend);
  return {
    calls,
    nextCallAt: reached(1),
    sends: Math.floor(calls / callsPerSend),
    nextSendAt: reached(callsPerSend),
    spareSends: Math.max(0, spare),
    nextSpareAt: reached(kept + callsPerSend),
    probe: false,
  };
}
