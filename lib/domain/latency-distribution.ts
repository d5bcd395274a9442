import { fitNormal, misfit, type Normal, normalShare } from './log-normal-fit.ts';
import { RECORD_LIFE_MS } from './try-on.ts';

/**
 * How long the provider takes from submission to COMPLETED, as quantiles. Learned from the last
 * try-ons, smoothed, and mixed with the log-normal that is nearest to them and to what we believed before we had
 * any, as far as it fits, and with that belief: a few dozen values by themselves say too little about the tail.
 *
 * The body is the quantiles; beyond the highest of them is a tail that our own sample says nothing
 * about. There the share still at work falls as 1 / t: the longer a job has taken, the longer it is
 * likely to take, and no wait is certain to have been the last.
 */
export interface LatencyDistribution {
  /**
   * Ascending milliseconds. Of n values the i-th (from 0) is the quantile at (i + ½) / n; the share
   * beyond the last, ½ / n, is the tail.
   */
  readonly quantilesMs: readonly number[];
}

export interface LogNormal {
  /** Median milliseconds. */
  medianMs: number;
  /** Standard deviation of ln(latency). */
  sigma: number;
}

/** The provider's published mean of 7.62 s at σ 0.35 has this median. */
export const publishedLatency: LogNormal = { medianMs: 7_170, sigma: 0.35 };

const QUANTILES = 64;
/** Knots of ln(latency) on which the mixture is added up. */
const KNOTS = 320;

/** What the prior weighs, in try-ons, while there are none; and when half of that is left. */
const PRIOR_WEIGHT = 10;
/** What the log-normal that fits them weighs, in try-ons, at most and for each of them. */
const FITTED_WEIGHT = 100;
const FITTED_WEIGHT_EACH = 4;
/** How far it is off when it weighs all of that, and when nothing; see `misfit`. */
const FITS_WELL = 0.7;
const FITS_NOT = 1.1;
/**
 * Narrowest and relative width of the smoothing, in ln(latency). 200 values of a log-normal would be
 * smoothed best at 0.9 (Silverman); half of it keeps two humps apart, as of a cold and a warm start.
 */
const MIN_BANDWIDTH = 0.02;
const BANDWIDTH = 0.5;

/** Ours is at most as sure as its sample: an equal dozen leaves room for the next to differ. */
export function learnLatency(seconds: readonly number[], prior: LogNormal): LatencyDistribution {
  const logs = seconds
    .filter((value) => Number.isFinite(value))
    .map((value) => Math.log(Math.min(RECORD_LIFE_MS, Math.max(1, value * 1000))))
    .sort((a, b) => a - b);
  const n = logs.length;
  const believed = { mean: Math.log(prior.medianMs), sigma: prior.sigma };
  const fitted = fitNormal(logs, believed);
  const width = bandwidth(logs);
  const priorWeight = PRIOR_WEIGHT ** 2 / (PRIOR_WEIGHT + n);
  const mostWeight = Math.min(FITTED_WEIGHT, FITTED_WEIGHT_EACH * n);
  const fittedWeight = mostWeight * trustIn(misfit(logs, fitted));
  const weight = n + priorWeight + fittedWeight;

  const normals = [believed, fitted];
  const low = Math.min(
    ...normals.map(({ mean, sigma }) => mean - 4 * sigma),
    (logs[0] ?? believed.mean) - width,
  );
  const high = Math.max(
    ...normals.map(({ mean, sigma }) => mean + 4 * sigma),
    (logs[n - 1] ?? believed.mean) + width,
  );
  const step = (high - low) / KNOTS;
  const shares: number[] = [];
  // Values below `done` lie wholly under the knot, those from the next on wholly above it.
  let done = 0;
  const underOf = ({ mean, sigma }: Normal, at: number) => normalShare((at - mean) / sigma);
  for (let k = 0; k <= KNOTS; k += 1) {
    const at = low + k * step;
    while (done < n && (logs[done] ?? 0) + width <= at) done += 1;
    let under = done;
    for (let i = done; i < n && (logs[i] ?? 0) - width < at; i += 1) {
      under += epanechnikovShare((at - (logs[i] ?? 0)) / width);
    }
    shares.push(
      (under + priorWeight * underOf(believed, at) + fittedWeight * underOf(fitted, at)) / weight,
    );
  }

  const quantilesMs: number[] = [];
  let knot = 0;
  for (let i = 0; i < QUANTILES; i += 1) {
    const level = (i + 0.5) / QUANTILES;
    while (knot < KNOTS - 1 && (shares[knot + 1] ?? 1) < level) knot += 1;
    const from = shares[knot] ?? 0;
    const to = shares[knot + 1] ?? 1;
    const part = to > from ? Math.min(1, Math.max(0, (level - from) / (to - from))) : 0;
    quantilesMs.push(Math.exp(low + (knot + part) * step));
  }
  return { quantilesMs };
}

/** From 1, where it fits as well as one would, to 0. */
const trustIn = (off: number) =>
  Math.min(1, Math.max(0, (FITS_NOT - off) / (FITS_NOT - FITS_WELL)));

function bandwidth(sortedLogs: readonly number[]): number {
  const n = sortedLogs.length;
  if (n < 2) return prudentWidth(n);
  const mean = sortedLogs.reduce((sum, x) => sum + x, 0) / n;
  const deviation = Math.sqrt(sortedLogs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const quartile = (share: number) => sortedLogs[Math.floor(share * (n - 1))] ?? mean;
  const spread = Math.min(deviation, (quartile(0.75) - quartile(0.25)) / 1.34) || deviation;
  // Epanechnikov's kernel reaches √5 of its standard deviation.
  return Math.max(prudentWidth(n), Math.sqrt(5) * BANDWIDTH * spread * n ** -0.2);
}

/** A handful of equal times must not make us sure: what n values cannot have shown is about 1 / n. */
const prudentWidth = (n: number) => Math.max(MIN_BANDWIDTH, 0.6 / (n + 1));

const epanechnikovShare = (u: number) =>
  u <= -1 ? 0 : u >= 1 ? 1 : 0.5 + 0.75 * u - 0.25 * u ** 3;

/** The distribution as functions of milliseconds since submission. */
export interface LatencyCurve {
  /** Share of try-ons done by then. */
  share(ms: number): number;
  /** Integral of `share` from 0, in milliseconds: what the done ones have waited, on average. */
  waited(ms: number): number;
  /** The time by which this share is done; shares in (0, 1). */
  quantile(share: number): number;
}

/** Straight lines between the quantiles, from a point below the lowest; then the tail. */
export function latencyCurve({ quantilesMs }: LatencyDistribution): LatencyCurve {
  const n = quantilesMs.length;
  const first = quantilesMs[0] ?? 1;
  const start = Math.max(0, Math.min(0.9 * first, 2 * first - (quantilesMs[2] ?? first)));
  const times = [start, ...quantilesMs];
  const shares = [0, ...quantilesMs.map((_, i) => (i + 0.5) / n)];
  const areas = [0];
  for (let i = 1; i <= n; i += 1) {
    const span = (times[i] ?? 0) - (times[i - 1] ?? 0);
    areas.push((areas[i - 1] ?? 0) + (span * ((shares[i] ?? 0) + (shares[i - 1] ?? 0))) / 2);
  }
  const end = times[n] ?? 1;
  const beyond = 0.5 / n;
  const endArea = areas[n] ?? 0;

  /** The last knot at or before it; of two at one time (an atom) the later. */
  const knotBefore = (ms: number) => lastAtMost(times, ms);

  const share = (ms: number) => {
    if (ms <= start) return 0;
    if (ms >= end) return 1 - (beyond * end) / ms;
    const i = knotBefore(ms);
    const from = times[i] ?? 0;
    const part = (ms - from) / ((times[i + 1] ?? 0) - from);
    return (shares[i] ?? 0) + part * ((shares[i + 1] ?? 0) - (shares[i] ?? 0));
  };
  return {
    share,
    waited(ms) {
      if (ms <= start) return 0;
      if (ms >= end) return endArea + (ms - end) - beyond * end * Math.log(ms / end);
      const i = knotBefore(ms);
      return (areas[i] ?? 0) + ((ms - (times[i] ?? 0)) * (share(ms) + (shares[i] ?? 0))) / 2;
    },
    quantile(wanted) {
      if (wanted >= 1 - beyond) return (end * beyond) / (1 - wanted);
      const i = lastAtMost(shares, Math.max(0, wanted));
      const from = shares[i] ?? 0;
      const part = (wanted - from) / ((shares[i + 1] ?? 1) - from);
      return (times[i] ?? 0) + part * ((times[i + 1] ?? 0) - (times[i] ?? 0));
    },
  };
}

/** Index of the last of ascending `values` that is at most `limit`; 0 when none is. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
