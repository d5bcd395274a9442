import type { Row } from './report.ts';

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

export function summary(times: number[]): Row {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: quantile(0.5), p95: quantile(0.95), longest: sorted.at(-1) ?? 0 };
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
