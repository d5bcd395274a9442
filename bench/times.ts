import type { Row } from './report.ts';

/** In milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The nearest rank, never below it. @param share from 0 to 1. */
export function quantile(values: number[], share: number): number {
  if (values.length === 0 || values.some(Number.isNaN)) {
    throw new RangeError(`Of ${values.length} values some or all are none.`);
  }
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return sorted[rank] as number;
}

/** With fewer a percentile is the longest, or the next to it. */
const leastFor = (share: number) => Math.ceil(2 / (1 - share));

/**
 * A percentile of each round; of all of them together where one has too few samples for it.
 *
 * @returns `of` says so: it goes to the figure's name.
 */
export function quantileOfRounds(
  rounds: number[][],
  share: number,
): { rounds: number[]; of: string } {
  if (rounds.every(({ length }) => length >= leastFor(share))) {
    return { rounds: rounds.map((values) => quantile(values, share)), of: '' };
  }
  const all = rounds.flat();
  return { rounds: [quantile(all, share)], of: ` of all ${all.length}` };
}

export function summary(times: number[]) {
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    longest: quantile(times, 1),
  } satisfies Row;
}

/** Of one figure over its rounds. */
export function spread(rounds: number[]) {
  return {
    median: quantile(rounds, 0.5),
    lowest: quantile(rounds, 0),
    highest: quantile(rounds, 1),
  } satisfies Row;
}

/** Adds a time to those of its name. */
export function note(times: Record<string, number[]>, name: string, ms: number): void {
  const before = times[name];
  if (before) before.push(ms);
  else times[name] = [ms];
}

export function summaries(all: Record<string, number[]>): Record<string, Row> {
  const each = Object.entries(all).map(([name, times]) => [name, summary(times)] as const);
  return { ...Object.fromEntries(each), all: summary(Object.values(all).flat()) };
}

const PARTS = 3;

/** The 95th percentile of all names together, of each third of what was timed. */
export function p95InThirds(all: Record<string, number[]>): number[] {
  return Array.from({ length: PARTS }, (_, part) =>
    quantile(
      Object.values(all).flatMap((times) => {
        const size = times.length / PARTS;
        return times.slice(Math.floor(part * size), Math.floor((part + 1) * size));
      }),
      0.95,
    ),
  );
}
