import type { SendingView } from '#lib/contracts/admin.ts';
import type { PauseReason } from '#lib/domain/breaker.ts';

/** What each pause is called, and what puts it right. */
export const pauseWords: Record<PauseReason, { title: string; remedy: string }> = {
  manual: {
    title: 'Sending is paused by hand',
    remedy: 'Nothing is sent until somebody resumes it here.',
  },
  credentials: {
    title: 'Sending is paused: the provider refuses our key',
    remedy: 'Check SEGMIND_API_KEY, and that the key still exists in the provider’s dashboard.',
  },
  forbidden: {
    title: 'Sending is paused: our team may not use the model',
    remedy: 'Allow the model for the team in the provider’s dashboard.',
  },
  credits: {
    title: 'Sending is paused: the account is out of credits',
    remedy: 'Top the account up in the provider’s dashboard.',
  },
  outage: {
    title: 'Sending is paused: the provider is in trouble',
    remedy:
      'Several submits in a row were not answered, or with server errors. There is nothing to do but wait.',
  },
};

/** How many wait and how many are with the provider, as a sentence. */
export function queueSentence({
  queued,
  underWay,
}: Pick<SendingView, 'queued' | 'underWay'>): string {
  const waiting = queued === 1 ? 'One try-on waits' : `${queued || 'No'} try-ons wait`;
  const sent = underWay === 1 ? 'one is under way' : `${underWay || 'none'} are under way`;
  return `${waiting}, ${underWay === 0 ? 'none is under way' : sent}.`;
}
