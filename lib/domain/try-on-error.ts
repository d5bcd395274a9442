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
  /** What happened and what to do about it, for whoever runs the service. */
  admin: string;
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
    admin:
      'Segmind refused the API key (missing, mistyped or revoked). Set a working SEGMIND_API_KEY and resume sending.',
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  forbidden: {
    shopper: WAITING_ROOM,
    admin:
      'The Segmind team that this API key belongs to may not use Try-On Diffusion. Allow the model for the team, or use the key of another team, and resume sending.',
    askAgain: 'later',
    quotaReturned: true,
    pausesSending: true,
    endsAs: 'failed',
  },
  credits: {
    shopper: WAITING_ROOM,
    admin:
      'The Segmind account is out of credits or has reached its spend limit. Top up or raise the limit, and resume sending.',
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
    admin:
      'Segmind answered 429: more calls a minute than the plan allows. If this repeats, lower SEGMIND_RPM to the figure of the plan, or take a larger plan.',
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
    admin:
      'Segmind refused the request itself: a parameter, its format, or the address of the model. The words of the provider name the field. Asking again changes nothing until the garment or the program is put right.',
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
    admin:
      'Segmind could not fetch or decode the photo or the garment picture. Check that signed picture links can be reached from outside and had not run out, and that the garment picture opens.',
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
    admin:
      'The model found no person in the photo. Many of these for one house model or one garment mean that its picture should be replaced.',
    askAgain: 'another_photo',
    quotaReturned: true,
    pausesSending: false,
    endsAs: 'failed',
  },
  content_blocked: {
    shopper: {
      title: 'The safety filter stopped this picture',
      advice:
        'Filters like this one are sometimes wrong, and nothing was counted. Try a photo in fitted everyday clothes; if you think that this was a mistake, ask us to take a look.',
    },
    admin:
      "Segmind's content filter refused the job. Look at the photo and the garment picture, and answer the appeal if there is one.",
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
    admin:
      'Segmind answered with a server error or could not be reached. One of these is ordinary; many at once are an outage at the provider or of our own network.',
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
    admin:
      'Segmind did not answer in time. One of these is ordinary; many at once mean that the provider is overloaded.',
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
    admin:
      'Segmind answered something that its documentation does not allow: an HTML page, broken JSON, an unknown status word. The raw text is kept. Check SEGMIND_BASE_URL and any proxy in between; if both are right, the API has changed.',
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
    admin:
      'The job succeeded and was billed, but its output is not a picture that we can open, or it lies on a host that SEGMIND_OUTPUT_HOSTS does not name. Until the hour is over the output can still be fetched by its request id.',
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
    admin:
      'Segmind no longer knows this request id: records die one hour after submission. The job may have been billed. Look for what kept the worker from asking in time.',
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
    admin:
      "The answer to the submit was lost, so Segmind may have run and billed a job whose request id we do not know. Nothing is sent again by itself. Compare with the provider's dashboard if the money matters.",
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
    admin:
      "Segmind failed the job in words that no rule knows. Read the provider's text; if it comes again, add a rule for it to lib/domain/provider-text.ts.",
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
