import type { Resolution } from './review-case.ts';

/**
 * What an admin can decide on a case. Each can be taken back while it is the last one.
 * - `retry` asks for the same picture once more, and resolves the case.
 * - `give_quota_back`: a look that was charged and is no good counts no more.
 * - `hide_garment` makes it a draft, so that shoppers lose it at once and its shop puts it right.
 * - `suspend`: the person who asked for the try-on; every session of hers is worth nothing from then on.
 * - `uphold` and `overturn` answer an appeal, with a reason that the shopper reads; overturned, the same
 *   is tried once more, where it still can be.
 */
export const decisionKinds = [
  'resolve',
  'reopen',
  'assign',
  'comment',
  'retry',
  'give_quota_back',
  'hide_garment',
  'suspend',
  'uphold',
  'overturn',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const isDecisionKind = (word: string): word is DecisionKind =>
  (decisionKinds as readonly string[]).includes(word);

/** What an admin may say when closing a case; the others follow from what was done. */
export const resolutionsByHand = [
  'nothing_to_do',
  'put_right',
  'provider_told',
  'shopper_told',
] as const satisfies readonly Resolution[];
export type ResolutionByHand = (typeof resolutionsByHand)[number];

export const NOTE_LENGTH = 2_000;
/** What a shopper reads of an answer, and writes in an appeal. */
export const APPEAL_LENGTH = 1_000;
export const FEEDBACK_LENGTH = 500;
export const REASON_LENGTH = 300;

/** What somebody did, as the rest of a sentence that begins with who. */
export const decisionDone: Readonly<Record<DecisionKind, string>> = {
  resolve: 'resolved it',
  reopen: 'opened it again',
  assign: 'assigned it',
  comment: 'wrote a comment',
  retry: 'retried it',
  give_quota_back: 'gave the quota back',
  hide_garment: 'hid the garment',
  suspend: 'suspended the person',
  uphold: 'upheld the block',
  overturn: 'overturned the block',
};
