import { type LatencyDistribution, latencyCurve } from './latency-distribution.ts';

/**
 * How long the provider took with one try-on. We learn that it is done when we ask, which says more
 * about our own polls than about the provider: a plan learned from those times would follow itself.
 * So the provider's own figures count where it gives them. Where it does not, all we know is a
 * window, and a time is drawn from it: over many try-ons the windows come out right, whereas their
 * ends or middles would pile up at our own polls.
 */
export interface ProviderFigures {
  inferenceSeconds?: number;
  queueSeconds?: number;
  /** Submission to end by the provider's clock. */
  totalSeconds?: number;
}

/** Milliseconds since submission. */
export interface SeenWindow {
  /** When the provider was last known to be at work; 0 when it was never asked before. */
  afterMs: number;
  /** When it said that it is done. */
  untilMs: number;
}

/** Queue and work together, as a multiple of the work alone. */
const LONG_QUEUE = 1.5;

/**
 * Seconds from submission to COMPLETED.
 *
 * @param draw a number in [0, 1).
 */
export function secondsAtProvider(
  figures: ProviderFigures,
  { afterMs, untilMs }: SeenWindow,
  believed: LatencyDistribution,
  draw: number,
): number {
  const { inferenceSeconds = 0, queueSeconds = 0, totalSeconds = 0 } = figures;
  const until = untilMs / 1000;
  const own = Math.max(
    totalSeconds,
    queueSeconds > 0 && inferenceSeconds > 0 ? queueSeconds + inferenceSeconds : 0,
  );
  // Its clock may run before ours, never past the answer.
  if (own > 0) return Math.min(own, until);
  // The work alone is a lower bound, and the queue before it seldom takes half as long again. When
  // it does, the polls in between say so.
  const after = Math.min(until, Math.max(afterMs / 1000, inferenceSeconds));
  const likely = LONG_QUEUE * inferenceSeconds;
  const before = likely > after ? Math.min(until, likely) : until;
  return drawWithin(after * 1000, before * 1000, believed, draw) / 1000;
}

function drawWithin(
  afterMs: number,
  untilMs: number,
  believed: LatencyDistribution,
  draw: number,
): number {
  const curve = latencyCurve(believed);
  const from = curve.share(afterMs);
  const to = curve.share(untilMs);
  if (to - from < 1e-6) return afterMs + draw * (untilMs - afterMs);
  const drawn = curve.quantile(from + draw * (to - from));
  return Math.min(untilMs, Math.max(afterMs, drawn));
}
