import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';

/** How long the server may hold an answer. Under the 30 s at which many proxies hang up. */
export const HOLD_SECONDS = 25;

/** There is something new, and soon more: what ends meanwhile waits for the next question. SWR takes a 0 for never. */
const AT_ONCE_MS = 1;
/** A server that cannot hold answers (serverless) is asked at this pace instead. */
const UNHELD_PACE_MS = 1_500;
/** A person answers an appeal, in her own time. */
const ANSWER_PACE_MS = 30_000;
const HELD_AT_LEAST_MS = 1_000;

export function statusPath(id: string, since: number | undefined): string {
  const path = `/api/try-ons/${id}`;
  return since === undefined ? path : `${path}?since=${since}&wait=${HOLD_SECONDS}`;
}

/**
 * Milliseconds until the next question; 0 ends the asking.
 *
 * @param tookMs how long the last answer took, @param changed whether it brought a new version.
 */
export function nextQuestionIn(
  tryOn: TryOnView | undefined,
  { tookMs, changed }: { tookMs: number; changed: boolean },
): number {
  // SWR asks before the first answer too, and a 0 then would mean never.
  if (!tryOn) return UNHELD_PACE_MS;
  if ('appeal' in tryOn && tryOn.appeal?.state === 'OPEN') return ANSWER_PACE_MS;
  if (isFinal(tryOn.state)) return 0;
  return changed || tookMs >= HELD_AT_LEAST_MS ? AT_ONCE_MS : UNHELD_PACE_MS;
}

/**
 * The look that this answer brings to somebody who has waited for it; null when it brings none, or the
 * page has had it before.
 */
export function newLookOf(tryOn: TryOnView, knownVersion: number | undefined): string | null {
  if (knownVersion === undefined || knownVersion === tryOn.version) return null;
  return tryOn.state === 'succeeded' ? tryOn.look.url : null;
}
