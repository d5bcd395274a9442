import type { CaseDetail } from '#lib/contracts/review.ts';

export const quotaWords: Readonly<Record<CaseDetail['quota'], string>> = {
  reserved: 'Still reserved',
  charged: 'Counted',
  returned: 'Given back',
};

/** "7.2 s", "3 min"; a dash for a stage that was never passed. */
export function seconds(value: number | null): string {
  if (value === null) return '–';
  if (value < 100) return `${value.toFixed(1)} s`;
  return `${Math.round(value / 60)} min`;
}

/** @param micros millionths of a US dollar; null when nothing was charged. */
export const costWords = (micros: number | null): string =>
  micros === null ? 'nothing charged' : `$${(micros / 1e6).toFixed(4)} charged`;
