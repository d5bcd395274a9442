/**
 * A run that makes a shop's garments on house models, one after the other.
 *
 * `paused` and `stopped` both ask for nothing more: what the provider has comes to its end and is kept,
 * what only waits in the queue is taken back out of it. A pause may end by itself in somebody's eyes
 * ("go on"), a stop is meant for good; both can go on, and so can a run that is `done`, when some of
 * its pictures failed and are to be tried again.
 */
export const renderStates = ['running', 'paused', 'stopped', 'done'] as const;
export type RenderState = (typeof renderStates)[number];

/** Why a run is paused: somebody pressed the button, the shop may ask for no more, or trouble of ours. */
export const pauseCauses = ['by_hand', 'allowance', 'nobody', 'trouble'] as const;
export type PauseCause = (typeof pauseCauses)[number];

/** What people do with a run. */
export const renderVerbs = ['pause', 'resume', 'stop', 'retry'] as const;
export type RenderVerb = (typeof renderVerbs)[number];

const moves: Record<RenderVerb, { from: readonly RenderState[]; to: RenderState }> = {
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused', 'stopped'], to: 'running' },
  stop: { from: ['running', 'paused'], to: 'stopped' },
  retry: { from: ['running', 'done'], to: 'running' },
};

/** The state that a verb leads to; null when it makes no sense now. */
export function afterVerb(state: RenderState, verb: RenderVerb): RenderState | null {
  const { from, to } = moves[verb];
  return from.includes(state) ? to : null;
}

/**
 * - `waiting`: nothing was asked for yet.
 * - `under_way`: its try-on is in the queue or with the provider.
 * - `made`: paid for. `found`: the very picture was there, and cost nothing.
 * - `left_out`: the garment can no longer be tried on.
 */
export const renderItemStates = [
  'waiting',
  'under_way',
  'made',
  'found',
  'failed',
  'left_out',
] as const;
export type RenderItemState = (typeof renderItemStates)[number];

export type RenderCounts = Record<RenderItemState, number>;

/** Whether every picture of a run has come to its end. */
export const isThrough = ({ waiting, under_way }: RenderCounts): boolean =>
  waiting + under_way === 0;

/** Whether it moves by itself, so that whoever looks at it should look again. */
export const isMoving = (state: RenderState, counts: RenderCounts): boolean =>
  state === 'running' || counts.under_way > 0;

/** Why a garment is not shown on house models. */
export const renderReasons = ['archived', 'not_for_trying_on', 'no_picture', 'not_ready'] as const;
export type RenderReason = (typeof renderReasons)[number];

/** Null for a garment that can be. */
export function whyLeftOut({
  status,
  category,
  readiness,
}: {
  status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
  category: string | null;
  readiness: 'NO_PICTURE' | 'NOT_READY' | 'FAIR' | 'READY';
}): RenderReason | null {
  if (status === 'ARCHIVED') return 'archived';
  if (category === null) return 'not_for_trying_on';
  if (readiness === 'NO_PICTURE') return 'no_picture';
  return readiness === 'NOT_READY' ? 'not_ready' : null;
}

/**
 * Try-ons that one run has in the queue or with the provider at a time. Few, so that a pause holds at
 * once; enough that the provider is not waited for more than it must be.
 */
export const RENDERS_AT_ONCE = 3;

/** Calls of a try-on that are neither its submit nor its uploads: a few polls, and the result. */
const CALLS_AFTER_SEND = 5;

/**
 * Seconds that so many pictures take while nobody else asks for any: as fast as the provider is, or as
 * the call budget allows, whichever is slower.
 */
export function estimateSeconds(
  pictures: number,
  {
    secondsEach,
    callsPerMinute,
    callsPerSend,
  }: { secondsEach: number; callsPerMinute: number; callsPerSend: number },
): number {
  const byProvider = (pictures / RENDERS_AT_ONCE) * secondsEach;
  const byBudget = (pictures * (callsPerSend + CALLS_AFTER_SEND) * 60) / callsPerMinute;
  return pictures === 0 ? 0 : Math.max(secondsEach, byProvider, byBudget);
}
