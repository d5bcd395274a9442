import type { VisitBody } from '#lib/contracts/figures.ts';

/** Tells the shop's figures how far somebody has come, without waiting, and without a second try. */
export function countVisit(garment: string, step: VisitBody['step']): void {
  const body = JSON.stringify({ garment, step } satisfies VisitBody);
  navigator.sendBeacon('/api/visits', body);
}
