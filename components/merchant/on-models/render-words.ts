import type { Tone } from '#components/ui/badge.tsx';
import type { PauseCause, RenderReason, RenderState } from '#lib/domain/render-run.ts';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';

/** What the back office says of garments on house models. */

export const renderStateWords: Record<RenderState, { name: string; tone: Tone }> = {
  running: { name: 'Running', tone: 'info' },
  paused: { name: 'Paused', tone: 'warning' },
  stopped: { name: 'Stopped', tone: 'neutral' },
  done: { name: 'Done', tone: 'success' },
};

/** Why it paused by itself. */
export const pauseWords: Record<Exclude<PauseCause, 'by_hand'>, { title: string; text: string }> = {
  allowance: {
    title: 'Paused: the shop’s try-ons are used up',
    text: 'The shop may ask for no more just now, and neither may its shoppers. Let the run go on when there are try-ons again; nothing of it is lost.',
  },
  nobody: {
    title: 'Paused: nobody answers for it',
    text: 'Whoever started it may no longer change this shop. Let it go on in your name.',
  },
  trouble: {
    title: 'Paused because of trouble of ours',
    text: 'Nothing of it is lost. Let it go on, and it continues from there.',
  },
};

/** Why garments are left out: "2 garments are archived". */
export const reasonWords: Record<RenderReason, string> = {
  archived: 'archived',
  not_for_trying_on: 'not for trying on',
  no_picture: 'without a picture that was looked at',
  not_ready: 'with a picture that is not ready for try-ons',
};

const serviceTrouble = 'The picture service had trouble. Try again.';

/** Why there is no picture, and what helps. Nothing of this was counted. */
export const failureWords: Record<TryOnErrorClass, string> = {
  credentials: 'Pictures cannot be made just now. We have been told.',
  forbidden: 'Pictures cannot be made just now. We have been told.',
  credits: 'Pictures cannot be made just now. We have been told.',
  rate_limited: 'The picture service is very busy. Try again in a minute.',
  invalid_request: 'We could not ask for it. The mistake is ours; we look into it.',
  input_unreadable: 'The garment’s picture could not be read. Add another one.',
  no_person: 'The house model was not made out. We look into it.',
  content_blocked:
    'The safety filter stopped it. Filters are sometimes wrong: another take or another picture of the garment often passes.',
  provider_error: serviceTrouble,
  provider_timeout: 'It took too long. Try again.',
  provider_protocol: serviceTrouble,
  result_unreadable: 'It came back damaged. Try again.',
  result_expired: 'It was lost on its way. Try again.',
  submit_unknown: 'The line broke, and nobody knows whether it is being made. You can ask again.',
  unclassified: 'It did not work out. A clearer picture of the garment often helps.',
};

/** "US$2.40"; of less than a cent a whole one, so that nothing seems to cost nothing. */
export function dollars(micros: number): string {
  const cents = micros > 0 ? Math.max(1, Math.round(micros / 10_000)) : 0;
  return `US$${(cents / 100).toFixed(2)}`;
}

/** "about 40 minutes" */
export function aboutTime(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(5, Math.round(seconds / 5) * 5)} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `about ${minutes} minutes`;
  const hours = Math.round(minutes / 30) / 2;
  return `about ${hours} hours`;
}
