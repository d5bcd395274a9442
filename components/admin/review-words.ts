import type { Tone } from '#components/ui/badge.tsx';
import { isFinal, type TryOnState } from '#lib/domain/try-on.ts';
import { type AskAgain, TRY_ON_ERRORS, type TryOnErrorClass } from '#lib/domain/try-on-error.ts';

export const stateWords: Record<TryOnState, { name: string; tone: Tone }> = {
  queued: { name: 'Queued', tone: 'info' },
  sending: { name: 'Sending', tone: 'info' },
  running: { name: 'Running', tone: 'info' },
  saving: { name: 'Saving', tone: 'info' },
  succeeded: { name: 'Succeeded', tone: 'success' },
  failed: { name: 'Failed', tone: 'danger' },
  blocked: { name: 'Blocked', tone: 'warning' },
  expired: { name: 'Expired', tone: 'warning' },
  cancelled: { name: 'Cancelled', tone: 'neutral' },
  unknown: { name: 'Unknown', tone: 'warning' },
};

/** The class as an admin calls it: two that a shopper reads alike are not alike here. */
export const classWords: Record<TryOnErrorClass, string> = {
  credentials: 'API key refused',
  forbidden: 'Model not allowed for our team',
  credits: 'Out of credits',
  rate_limited: 'Too many calls',
  invalid_request: 'Request refused',
  input_unreadable: 'Picture could not be read',
  no_person: 'No person in the photo',
  content_blocked: 'Stopped by the content filter',
  provider_error: 'Provider error',
  provider_timeout: 'Provider did not answer in time',
  provider_protocol: 'Answer outside the documentation',
  result_unreadable: 'Result is damaged',
  result_expired: 'Result was lost',
  submit_unknown: 'Answer to the submit was lost',
  unclassified: 'Words that no rule knows',
};

const prospects: Record<AskAgain, string> = {
  now: 'The same request may well succeed this time.',
  later: 'It succeeds only once the cause is gone: see the note on this case first.',
  another_photo:
    'It will probably end the same way: this kind of failure mostly goes away with another photo.',
  no: 'It will end the same way until the cause named in the note is put right.',
};

/** What an admin should know before asking again: will it help, and may it be paid twice. */
export function retryAdvice({
  state,
  errorClass,
}: {
  state: TryOnState;
  errorClass: TryOnErrorClass;
}): {
  prospect: string;
  paidTwice: string | null;
} {
  return {
    prospect: prospects[TRY_ON_ERRORS[errorClass].askAgain],
    paidTwice: paidTwice(state),
  };
}

function paidTwice(state: TryOnState): string | null {
  if (state === 'unknown') {
    return 'The answer to the first submit was lost, so the provider may have made and billed that picture. A retry may be paid for twice. Compare with the provider’s dashboard first if the money matters.';
  }
  if (state === 'expired') {
    return 'The first picture was accepted by the provider and has probably been billed. A retry is billed again.';
  }
  return null;
}

/** Where the retry of a case stands, as a sentence beside its state. */
export function retrySentence(state: TryOnState): string {
  if (!isFinal(state)) return 'Asked again; it is on its way.';
  switch (state) {
    case 'succeeded':
      return 'Asked again, and the look is in the person’s gallery.';
    case 'cancelled':
      return 'Asked again, and the person called it off.';
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown':
      return 'Asked again, and it ended without a look. It may have a case of its own.';
  }
}
