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
