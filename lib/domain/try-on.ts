/**
 * The life of a try-on: which states there are and which may follow which.
 *
 * - `queued`    accepted and reserved against the allowance; nothing was sent.
 * - `sending`   the intent to send is committed; the POST is under way, or its answer is lost.
 * - `running`   the provider has it and has told us its request id.
 * - `saving`    the provider says COMPLETED; the picture is being copied into our storage.
 * - `succeeded` the look is ours.
 * - `failed`    the provider or our own check gave a reason that is not a block.
 * - `blocked`   the provider's content filter refused; a failure with its own way out (appeal).
 * - `expired`   the provider forgot the request (one hour) before the picture was saved.
 * - `cancelled` called off before anything was sent.
 * - `unknown`   the answer to the POST was lost. It may have been billed, so the machine never
 *               sends again; only a person may ask again, as a new try-on that points back.
 */
export const tryOnStates = [
  'queued',
  'sending',
  'running',
  'saving',
  'succeeded',
  'failed',
  'blocked',
  'expired',
  'cancelled',
  'unknown',
] as const;

export type TryOnState = (typeof tryOnStates)[number];

const followers = {
  // `succeeded` at once when the same picture of a house model is there already.
  queued: ['sending', 'succeeded', 'cancelled'],
  // `queued` only when the provider provably never accepted the request.
  sending: ['running', 'queued', 'failed', 'unknown'],
  running: ['saving', 'failed', 'blocked', 'expired'],
  saving: ['succeeded', 'expired'],
  succeeded: [],
  failed: [],
  blocked: [],
  expired: [],
  cancelled: [],
  unknown: [],
} as const satisfies Record<TryOnState, readonly TryOnState[]>;

export type FinalState = {
  [S in TryOnState]: (typeof followers)[S] extends readonly [] ? S : never;
}[TryOnState];
export type ActiveState = Exclude<TryOnState, FinalState>;

export function mayFollow(from: TryOnState, to: TryOnState): boolean {
  return (followers[from] as readonly TryOnState[]).includes(to);
}

export function isFinal(state: TryOnState): state is FinalState {
  return followers[state].length === 0;
}

export const finalStates: readonly FinalState[] = tryOnStates.filter(isFinal);
export const activeStates: readonly ActiveState[] = tryOnStates.filter(
  (state): state is ActiveState => !isFinal(state),
);

/** Those before a queued try-on are counted no further, since that costs more the longer the queue is. */
export const MOST_AHEAD = 100;

export type EndWithoutLook = Extract<FinalState, 'failed' | 'blocked' | 'expired' | 'unknown'>;

/** Final states without a look that an admin should see. A cancelled try-on is nobody's problem. */
export function needsReview(state: TryOnState): state is EndWithoutLook {
  return state === 'failed' || state === 'blocked' || state === 'expired' || state === 'unknown';
}

/** Why nothing moves just now. Shown to the shopper in words; a waiting try-on is never an error. */
export const waitingReasons = [
  'provider_unreachable',
  'provider_paused',
  'rate_limited',
  'storage_unavailable',
] as const;

export type WaitingReason = (typeof waitingReasons)[number];

/** A request record lives one hour at the provider, counted from submission. Source: API page. */
export const RECORD_LIFE_MS = 60 * 60 * 1000;

/** From then on an admin is warned that a picture has not come home. */
export const WARN_AFTER_MS = 45 * 60 * 1000;

/** A worker holds a row this long and renews while it works; after that anybody may take over. */
export const LEASE_MS = 30_000;
