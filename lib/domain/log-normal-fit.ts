/** A normal distribution of ln(latency). */
export interface Normal {
  mean: number;
  sigma: number;
}

/** How many values the prior's mean and its spread weigh. */
const PRIOR_MEAN_WEIGHT = 1;
const PRIOR_SIGMA_WEIGHT = 4;

/** Farther from the median, in spreads, no value pulls: a cold start among a few would be the tail of all. */
const FARTHEST = 3;

/** The normal-inverse-gamma update of a prior, by its posterior means; no value is believed to lie far out. */
export function fitNormal(sorted: readonly number[], prior: Normal): Normal {
  const n = sorted.length;
  if (n === 0) return prior;
  const at = (share: number) => sorted[Math.floor(share * (n - 1))] ?? prior.mean;
  // Of a normal the middle half is 1.35 standard deviations wide.
  const reach = FARTHEST * Math.max(prior.sigma, (at(0.75) - at(0.25)) / 1.35);
  const values = sorted.map((x) => Math.min(at(0.5) + reach, Math.max(at(0.5) - reach, x)));
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const meanWeight = PRIOR_MEAN_WEIGHT + n;
  const moved = ((PRIOR_MEAN_WEIGHT * n) / meanWeight) * (mean - prior.mean) ** 2;
  return {
    mean: (PRIOR_MEAN_WEIGHT * prior.mean + n * mean) / meanWeight,
    sigma: Math.sqrt(
      (PRIOR_SIGMA_WEIGHT * prior.sigma ** 2 + squares + moved) / (PRIOR_SIGMA_WEIGHT + n),
    ),
  };
}

/**
 * Kolmogorov and Smirnov's distance times √n. For a normal that was fitted to a normal sample it is
 * about 0.6, and above 0.9 in one of twenty (Lilliefors 1967).
 */
export function misfit(sorted: readonly number[], fitted: Normal): number {
  const n = sorted.length;
  let distance = 0;
  sorted.forEach((value, i) => {
    const share = normalShare((value - fitted.mean) / fitted.sigma);
    distance = Math.max(distance, share - i / n, (i + 1) / n - share);
  });
  return distance * Math.sqrt(n);
}

/** Share below z; Abramowitz and Stegun 7.1.26, off by at most 1.5e-7. */
export function normalShare(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - poly * Math.exp(-x * x);
  return z < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
