import type { WaitingReason } from './try-on.ts';
import type { TryOnErrorClass } from './try-on-error.ts';
import type { SubmitOutcome } from './try-on-steps.ts';

/**
 * The circuit breaker before the provider. Sending pauses when the answers show that no other
 * try-on can succeed either, so that the queue waits instead of failing one by one; a single probe
 * at a time finds out when it may go on. What the provider already has is fetched all the same.
 */
export const pauseReasons = ['manual', 'credentials', 'forbidden', 'credits', 'outage'] as const;

export type PauseReason = (typeof pauseReasons)[number];

export interface Pause {
  reason: PauseReason;
  since: Date;
  /** Probes that found it as it was. */
  probes: number;
  /** When the next probe may go; null for a pause that only a person ends. */
  probeAt: Date | null;
}

export interface Breaker {
  pause: Pause | null;
  /** Submits in a row that came to nothing through no fault of theirs. */
  strikes: number;
}

export const closedBreaker: Breaker = { pause: null, strikes: 0 };

/** What an answer says about the provider, whatever it says about the one try-on. */
export type Evidence =
  /** It took a request in, or refused this one for what is in it. */
  | { kind: 'works' }
  /** Our account: every other request would be refused as well. */
  | { kind: 'refuses'; reason: 'credentials' | 'forbidden' | 'credits' }
  /** It could not be reached, broke down, or lost the answer. */
  | { kind: 'troubled' };

/** Troubled submits in a row that make an outage. */
export const STRIKES = 4;

const FIRST_PROBE_MS = 15_000;
const LONGEST_PROBE_MS = 5 * 60_000;

/** Doubles from 15 s up to five minutes. */
export const probeDelayMs = (probes: number) =>
  Math.min(LONGEST_PROBE_MS, FIRST_PROBE_MS * 2 ** Math.min(probes, 10));

/** What a submit shows. Null when it shows nothing: a rate limit has a gate of its own. */
export function evidenceOf(outcome: SubmitOutcome): Evidence | null {
  if (outcome.kind === 'accepted') return { kind: 'works' };
  // A lost answer may have been paid for: if all of them are lost, sending must stop.
  if (outcome.kind === 'unknown') return { kind: 'troubled' };
  return evidenceOfError(outcome.errorClass);
}

export function evidenceOfError(errorClass: TryOnErrorClass): Evidence | null {
  switch (errorClass) {
    case 'credentials':
    case 'forbidden':
    case 'credits':
      return { kind: 'refuses', reason: errorClass };
    case 'provider_error':
    case 'provider_timeout':
    case 'provider_protocol':
      return { kind: 'troubled' };
    case 'rate_limited':
      return null;
    default:
      return { kind: 'works' };
  }
}

/**
 * The breaker after one more piece of evidence. A pause by hand is ended by hand alone.
 *
 * @param byProbe it came from the probe. What was under way when the pause began says nothing new,
 *   and must not push the next probe away.
 */
export function weigh(
  breaker: Breaker,
  evidence: Evidence,
  { byProbe, now }: { byProbe: boolean; now: Date },
): Breaker {
  const { pause, strikes } = breaker;
  if (pause?.reason === 'manual') return breaker;
  if (evidence.kind === 'works') return closedBreaker;
  if (!pause) {
    const reached = strikes + 1;
    if (evidence.kind === 'troubled' && reached < STRIKES) return { pause, strikes: reached };
    return { pause: begin(evidence, now), strikes: 0 };
  }
  // A refusal says more than an outage: whoever has to act reads the reason.
  const reason = evidence.kind === 'refuses' ? evidence.reason : pause.reason;
  if (!byProbe) return { pause: { ...pause, reason }, strikes };
  const probes = pause.probes + 1;
  return { pause: { ...pause, reason, probes, probeAt: probeAfter(probes, now) }, strikes };
}

const probeAfter = (probes: number, now: Date) => new Date(now.getTime() + probeDelayMs(probes));

const begin = (evidence: Exclude<Evidence, { kind: 'works' }>, now: Date): Pause => ({
  reason: evidence.kind === 'refuses' ? evidence.reason : 'outage',
  since: now,
  probes: 0,
  probeAt: probeAfter(0, now),
});

/** What the shoppers who wait are told. Whose account it is that has no credits is not theirs to know. */
export const waitingDuring = (reason: PauseReason): WaitingReason =>
  reason === 'outage' ? 'provider_unreachable' : 'provider_paused';
