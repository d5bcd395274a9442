import type { TryOnErrorClass } from './try-on-error.ts';

/**
 * Why a person must look at a try-on.
 * - `failed` `blocked` `unknown` `expired`: it ended so.
 * - `late`: sent 45 minutes ago and its picture is not home; closes by itself when it comes.
 * - `reported`: it has its look, and the shopper says that something is wrong with it.
 *
 * An appeal is no cause of its own: it is made against a block, whose case it opens again.
 */
export const reviewCauses = [
  'failed',
  'blocked',
  'unknown',
  'expired',
  'late',
  'reported',
] as const;
export type ReviewCause = (typeof reviewCauses)[number];

export const appealStates = ['OPEN', 'UPHELD', 'OVERTURNED'] as const;
export type AppealState = (typeof appealStates)[number];

/** What a shopper can say is wrong with a look. */
export const feedbackKinds = [
  'changed_body',
  'wrong_garment',
  'too_revealing',
  'face_changed',
  'other',
] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** How a case was closed. `saved_in_time` is the machine's own word, all others are a person's. */
export const resolutions = [
  'retried',
  'nothing_to_do',
  'put_right',
  'provider_told',
  'shopper_told',
  'appeal_upheld',
  'appeal_overturned',
  'saved_in_time',
] as const;
export type Resolution = (typeof resolutions)[number];

/** Only a block may be appealed against, whatever the try-on's state says of it. */
export const mayAppeal = (errorClass: TryOnErrorClass | null): boolean =>
  errorClass === 'content_blocked';

/** Why an admin looks at a shopper's picture, as a rule. */
export const pictureReasons = [
  'Answering an appeal',
  'Checking a report',
  'Looking into a failure',
] as const;

export const isPictureReason = (reason: string): boolean =>
  (pictureReasons as readonly string[]).includes(reason);
