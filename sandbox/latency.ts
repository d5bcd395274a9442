/**
 * How long the provider takes. Log-normal, because its times are never negative
 * and now and then long: the mean of 7.62 s was published by integrators in
 * August 2026, the spread is an estimate.
 */
export interface Latency {
  /** Mean of the whole job in seconds, queueing included; 0 answers at once. */
  mean: number;
  /** Standard deviation of the logarithm; 0 makes each job take exactly the mean. */
  sigma: number;
}

export const PROVIDER_LATENCY: Latency = { mean: 7.62, sigma: 0.35 };
export const NO_LATENCY: Latency = { mean: 0, sigma: 0 };

/** The share of a job's time that passes before a worker takes it. */
const QUEUED_SHARE = 0.06;

/**
 * Draws one job's times in milliseconds: until a worker takes it and until it ends.
 * `random` is uniform in [0, 1).
 */
export function drawTimes(
  latency: Latency,
  random: () => number,
): { queued: number; total: number } {
  if (latency.mean <= 0) return { queued: 0, total: 0 };
  // The mean of a log-normal is exp(mu + sigma²/2); Box–Muller gives the normal.
  const mu = Math.log(latency.mean) - latency.sigma ** 2 / 2;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const total = Math.exp(mu + latency.sigma * normal) * 1000;
  return { queued: total * QUEUED_SHARE, total };
}
