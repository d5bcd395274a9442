/**
 * When to ask the provider next. A poll is a call out of the rate budget, and most of them answer
 * "not yet": so the first one waits until a fair share of try-ons are done, the next ones follow
 * closely where most finish, and after that they thin out.
 *
 * The latency is taken as log-normal, which is what the provider's real times look like.
 */
export interface LatencyModel {
  /** Median milliseconds from submission to COMPLETED. */
  medianMs: number;
  /** Standard deviation of ln(latency). */
  sigma: number;
}

export const MAX_POLL_INTERVAL_MS = 15_000;
const MIN_POLL_INTERVAL_MS = 100;

/** The provider's published mean of 7.62 s at σ 0.35 has this median. */
export const publishedLatency: LatencyModel = { medianMs: 7_170, sigma: 0.35 };

const quantile = ({ medianMs, sigma }: LatencyModel, z: number) => medianMs * Math.exp(z * sigma);

/**
 * Milliseconds from now until the next poll.
 *
 * @param elapsedMs since submission.
 * @param jitter a number in [0, 1): spreads polls of try-ons that were submitted together.
 */
export function nextPollIn(elapsedMs: number, latency: LatencyModel, jitter: number): number {
  const first = quantile(latency, -1);
  const tail = quantile(latency, 1.3);
  const step = Math.max(MIN_POLL_INTERVAL_MS, 0.32 * latency.sigma * latency.medianMs);
  let wait: number;
  if (elapsedMs < first - step / 2) wait = first - elapsedMs;
  else if (elapsedMs < tail) wait = step;
  // Beyond the usual, the longer it has taken the longer it is likely to take.
  else wait = Math.max(step, 0.2 * elapsedMs);
  const spread = 1 + 0.1 * (jitter - 0.5);
  return Math.min(MAX_POLL_INTERVAL_MS, Math.max(MIN_POLL_INTERVAL_MS, wait * spread));
}
