import { mayBePaidFor, type Retryable, type RetryRefusal, whyNoRetry } from './retry-refusal.ts';
import type { AppealState } from './review-case.ts';
import { isTryOnErrorClass, TRY_ON_ERRORS } from './try-on-error.ts';

/**
 * Many cases retried one after the other. *Left out* is what cannot be asked for again, or should not;
 * the reasons beside `RetryRefusal`:
 * - `resolved`: somebody has closed the case.
 * - `appealed`: a shopper waits for an answer, and a retry without one would leave her without.
 * - `may_be_paid_for`: the provider may have made and billed that picture, and nobody has said that it
 *   may be billed once more.
 */
export const MOST_IN_BULK = 5_000;

/** How many are asked for a minute, at most. */
export const bulkPaces = [5, 10, 20, 40] as const;
export type BulkPace = (typeof bulkPaces)[number];
export const USUAL_PACE: BulkPace = 10;

export const pauseOf = (perMinute: number): number => Math.ceil(60_000 / perMinute);

export type LeftOutReason = RetryRefusal | 'resolved' | 'appealed' | 'may_be_paid_for';

/** Why a case is not retried with the others; null for one that is. */
export function whyLeftOut(
  {
    status,
    appeal,
    tryOn,
  }: { status: 'OPEN' | 'RESOLVED'; appeal: AppealState | null; tryOn: Retryable },
  alsoMaybePaid: boolean,
): LeftOutReason | null {
  const refusal = whyNoRetry(tryOn);
  if (refusal) return refusal;
  if (status === 'RESOLVED') return 'resolved';
  if (appeal === 'OPEN') return 'appealed';
  return !alsoMaybePaid && mayBePaidFor(tryOn.state) ? 'may_be_paid_for' : null;
}

/** Whether the same request may end otherwise; what nobody has classed may. */
export function helpsToAskAgain(errorClass: string | null): boolean {
  if (errorClass === null || !isTryOnErrorClass(errorClass) || errorClass === 'unclassified') {
    return true;
  }
  const { askAgain } = TRY_ON_ERRORS[errorClass];
  return askAgain === 'now' || askAgain === 'later';
}
