/**
 * What two shares differ by, and how surely. Sources: E. B. Wilson, JASA 22 (1927), for one share;
 * R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10, for the difference of two;
 * A. Donner and G. Zou, Statistical Methods in Medical Research 21 (2012) 347–359, for their ratio, made
 * of the same intervals so that the two never contradict each other; R. Kohavi, D. Tang and Y. Xu,
 * Trustworthy Online Controlled Experiments (2020), chapter 21, for the check of the arms.
 */
export interface Interval {
  low: number;
  high: number;
}

/** So many had it of so many. */
export interface Sample {
  hits: number;
  of: number;
}

/** Of the normal distribution: 95 % within ±1.96; 80 % below 0.84. */
const Z95 = 1.959963984540054;
const Z80_ONE_SIDED = 0.8416212335729143;

export const rateOf = ({ hits, of }: Sample): number => hits / of;

/** Wilson's score interval, which is never empty and never leaves 0 to 1. */
export function shareInterval({ hits, of }: Sample): Interval {
  const z2 = Z95 * Z95;
  const middle = 2 * hits + z2;
  const reach = Z95 * Math.sqrt(z2 + 4 * hits * (1 - hits / of));
  const whole = 2 * (of + z2);
  // At the ends they are known; arithmetic would leave a trace of rounding.
  return {
    low: hits === 0 ? 0 : (middle - reach) / whole,
    high: hits === of ? 1 : (middle + reach) / whole,
  };
}

/** By how much the first share is above the second: Newcombe's hybrid score interval. */
export function differenceInterval(a: Sample, b: Sample): Interval {
  const [p, q] = [rateOf(a), rateOf(b)];
  const [i, j] = [shareInterval(a), shareInterval(b)];
  return {
    low: p - q - Math.hypot(p - i.low, j.high - q),
    high: p - q + Math.hypot(i.high - p, q - j.low),
  };
}

/** By how much of itself the second share is exceeded; null where there is too little to divide by. */
export function relativeLift(a: Sample, b: Sample): (Interval & { lift: number }) | null {
  if (b.hits < 5) return null;
  const [p, q] = [rateOf(a), rateOf(b)];
  const [i, j] = [shareInterval(a), shareInterval(b)];
  const end = (own: number, other: number, sign: 1 | -1) => {
    const reach = (p * q) ** 2 - own * other * (2 * p - own) * (2 * q - other);
    return (p * q + sign * Math.sqrt(Math.max(0, reach))) / (other * (2 * q - other));
  };
  return { lift: p / q - 1, low: end(i.low, j.high, -1) - 1, high: end(i.high, j.low, 1) - 1 };
}

/**
 * How many more it takes, in both arms as they are shared now, to see a difference of this size in four
 * of five such experiments; null where there is no difference to go by.
 */
export function moreNeeded(a: Sample, b: Sample): number | null {
  const difference = Math.abs(rateOf(a) - rateOf(b));
  if (difference === 0) return null;
  const all = a.of + b.of;
  const spread = (sample: Sample) => {
    const rate = rateOf(sample);
    return (rate * (1 - rate)) / (sample.of / all);
  };
  const needed = ((Z95 + Z80_ONE_SIDED) / difference) ** 2 * (spread(a) + spread(b));
  return Math.max(0, Math.ceil(needed - all));
}

/** The chi-square of one degree of freedom that chance exceeds once in a thousand times. */
const CHI_SQUARE_IN_A_THOUSAND = 10.828;

/** Whether the arms are so far from how they were drawn that something else must have chosen. */
export function armsAreSkewed(hidden: number, shown: number, percent: number): boolean {
  const all = hidden + shown;
  const expected = (all * percent) / 100;
  if (Math.min(expected, all - expected) < 5) return false;
  const off = (hidden - expected) ** 2;
  return off / expected + off / (all - expected) > CHI_SQUARE_IN_A_THOUSAND;
}

/** Fewer than this many who did it, or visitors in an arm, tell nothing: not even how little is known. */
const LEAST_HITS = 10;
const LEAST_VISITORS = 50;

export type Verdict =
  | { kind: 'too-few' }
  | { kind: 'undecided'; difference: number; interval: Interval; more: number | null }
  | {
      kind: 'decided';
      difference: number;
      interval: Interval;
      relative: (Interval & { lift: number }) | null;
    };

/** What can be said of the arm that saw the fitting room beside the one that did not. */
export function judgeLift(shown: Sample, hidden: Sample): Verdict {
  if (Math.min(shown.of, hidden.of) < LEAST_VISITORS || shown.hits + hidden.hits < LEAST_HITS) {
    return { kind: 'too-few' };
  }
  const difference = rateOf(shown) - rateOf(hidden);
  const interval = differenceInterval(shown, hidden);
  if (interval.low <= 0 && interval.high >= 0) {
    return { kind: 'undecided', difference, interval, more: moreNeeded(shown, hidden) };
  }
  return { kind: 'decided', difference, interval, relative: relativeLift(shown, hidden) };
}
