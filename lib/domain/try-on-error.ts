/**
 * The one vocabulary of what can go wrong with a try-on. What shoppers read of each stands in
 * `lib/words/try-on-problems.ts`, what admins read in `admin-notes.ts`.
 *
 * Some classes look alike and are kept apart because different people must act:
 * - `credentials` / `forbidden` / `credits`: our account with the provider. The shopper did nothing
 *   wrong and nothing was sent; sending pauses until an admin has put it right.
 * - `invalid_request` / `input_unreadable`: the first is our request (a parameter, the model's
 *   address), the second is a picture in it that the provider could not load or decode.
 * - `provider_error` / `provider_timeout` / `provider_protocol`: the provider answered that it failed,
 *   did not answer in time, or answered something that its documentation does not allow.
 * - `result_unreadable` / `result_expired`: the job was done, but its picture is damaged, or the
 *   provider no longer has it (records live one hour).
 * - `submit_unknown`: the answer to a submit was lost, so it may or may not have been billed.
 * - `unclassified`: the provider said FAILED in words that no rule knows yet.
 */
export const errorClasses = [
  'credentials',
  'forbidden',
  'credits',
  'rate_limited',
  'invalid_request',
  'input_unreadable',
  'no_person',
  'content_blocked',
  'provider_error',
  'provider_timeout',
  'provider_protocol',
  'result_unreadable',
  'result_expired',
  'submit_unknown',
  'unclassified',
] as const;

export type TryOnErrorClass = (typeof errorClasses)[number];

/**
 * Whether asking again helps, and when.
 * - `now`: the same request may well succeed if it is asked again.
 * - `later`: the same request succeeds once something outside it has changed.
 * - `another_photo`: only with a different photo.
 * - `no`: the same request fails the same way until somebody changes the shop or the program.
 */
export const askAgainAnswers = ['now', 'later', 'another_photo', 'no'] as const;

export type AskAgain = (typeof askAgainAnswers)[number];

/** The final state that a try-on ends in when this error ends it. */
export type ErrorEnding = 'failed' | 'blocked' | 'expired' | 'unknown';

export type TryOnErrorRule = Readonly<{
  askAgain: AskAgain;
  /** True when the try-on is not counted against the shopper's and the shop's quota. */
  quotaReturned: boolean;
  /** True when no other try-on can succeed either, so that sending must pause. */
  pausesSending: boolean;
  endsAs: ErrorEnding;
}>;

export const TRY_ON_ERRORS: Readonly<Record<TryOnErrorClass, TryOnErrorRule>> = {
  credentials: {
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  forbidden: {
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  credits: {
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  rate_limited: {
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  invalid_request: {
    askAgain: 'no',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  input_unreadable: {
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  no_person: {
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  content_blocked: {
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'blocked',
  },
  provider_error: {
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  provider_timeout: {
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  provider_protocol: {
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  result_unreadable: {
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  result_expired: {
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'expired',
  },
  submit_unknown: {
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'unknown',
  },
  unclassified: {
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
};

/** Narrows a stored or received word to a class of this vocabulary. */
export function isTryOnErrorClass(word: string): word is TryOnErrorClass {
  return Object.hasOwn(TRY_ON_ERRORS, word);
}
