/**
 * The one vocabulary of what can go wrong with a try-on.
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
  /** Plain sentences for the person who asked for the picture: no codes, no blame. */
  shopper: Readonly<{ title: string; advice: string }>;
  askAgain: AskAgain;
  /** True when the try-on is not counted against the shopper's and the shop's quota. */
  quotaReturned: boolean;
  /** True when no other try-on can succeed either, so that sending must pause. */
  pausesSending: boolean;
  endsAs: ErrorEnding;
}>;

/** What a shopper reads when the fault lies with our account: the cause is not hers to know. */
const WAITING_ROOM = {
  title: 'The fitting room is taking a short break',
  advice:
    'Your photo is safe and nothing was counted. We have been told and are putting it right: please try again a little later.',
} as const;

export const TRY_ON_ERRORS: Readonly<Record<TryOnErrorClass, TryOnErrorRule>> = {
  credentials: {
    shopper: WAITING_ROOM,
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  forbidden: {
    shopper: WAITING_ROOM,
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  credits: {
    shopper: WAITING_ROOM,
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  rate_limited: {
    shopper: {
      title: 'The fitting room is very busy',
      advice: 'Nothing was counted. Please try again in a minute.',
    },
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  invalid_request: {
    shopper: {
      title: 'We could not ask for this picture',
      advice:
        'The mistake is on our side, not in your photo, and nothing was counted. Another garment may work; we will look into this one.',
    },
    askAgain: 'no',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  input_unreadable: {
    shopper: {
      title: 'One of the pictures could not be read',
      advice:
        'Nothing was counted. Please try another photo, saved as JPEG, PNG or WebP. If that fails too, the picture of the garment is at fault and we will see to it.',
    },
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  no_person: {
    shopper: {
      title: 'We could not find a person in the photo',
      advice:
        'Nothing was counted. Use a photo of one person facing the camera in good light, from the head to at least the hips, with nothing in front of the body.',
    },
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  content_blocked: {
    shopper: {
      title: 'The safety filter stopped this picture',
      advice:
        'Filters like this one are sometimes wrong, and nothing was counted. Try a photo in fitted everyday clothes.',
    },
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'blocked',
  },
  provider_error: {
    shopper: {
      title: 'Something went wrong while making your picture',
      advice: 'It was not your photo, and nothing was counted. Please try again.',
    },
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  provider_timeout: {
    shopper: {
      title: 'Your picture took too long',
      advice: 'It was not your photo, and nothing was counted. Please try again in a few minutes.',
    },
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  provider_protocol: {
    shopper: {
      title: 'Something went wrong while making your picture',
      advice:
        'It was not your photo, and nothing was counted. Please try again in a few minutes; we will look into it.',
    },
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  result_unreadable: {
    shopper: {
      title: 'Your picture came back damaged',
      advice: 'It was not your photo, and nothing was counted. Please try again.',
    },
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  result_expired: {
    shopper: {
      title: 'This picture was lost on its way',
      advice:
        'The picture service no longer has it. We are sorry: it was not your photo, and nothing was counted. Please try again.',
    },
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'expired',
  },
  submit_unknown: {
    shopper: {
      title: 'We cannot tell whether your picture is being made',
      advice:
        'The line broke at the wrong moment. Nothing was counted, and you can ask again whenever you like.',
    },
    askAgain: 'now',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'unknown',
  },
  unclassified: {
    shopper: {
      title: 'This picture did not work out',
      advice:
        'Nothing was counted. A different photo often helps: one person, facing the camera, in good light. We will look into this one.',
    },
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
