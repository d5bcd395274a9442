import type { Row } from './report.ts';

/** In milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** @param share from 0 to 1. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
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
