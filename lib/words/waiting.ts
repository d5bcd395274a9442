import type { WaitingReason } from '#lib/domain/try-on.ts';
import { elapsedClock, takesLongerThanUsual, usualTime } from './try-on.ts';

/** What the shopper reads in the header while looks are being made, and when they are done. */
export const waitingWords = {
  allLooks: 'All my looks',
  tellMe: 'Tell me when it is ready',
  stopTelling: 'Do not tell me when it is ready',
  willTell: 'We will tell you when it is ready, also while you look at something else.',
  willNotTell: 'We will not tell you any more.',
  refused: 'Your browser does not let us. You can change that in its settings for this page.',
  cannot: 'This browser cannot tell you while the page is in the background.',
  seeIt: 'See it',
  seeThem: 'See them',
  seeWhy: 'See why',
  /** Of a notification, under the look's name. */
  ready: 'Your look is ready.',
  readyCount: (count: number) => `${count} looks are ready.`,
} as const;

/** Why it does not move, in a few words. */
export const waitingShortly: Record<WaitingReason, string> = {
  provider_unreachable: 'Waiting for the picture service',
  provider_paused: 'A short break; it keeps its place',
  rate_limited: 'Very busy; it keeps its place',
  storage_unavailable: 'Made, and being put away',
};

/** "0:04, usually about 8 seconds" */
export function timeSoFar(
  elapsedMs: number,
  expected: { medianSeconds: number; measured: boolean },
): string {
  const clock = elapsedClock(elapsedMs);
  if (takesLongerThanUsual(elapsedMs, expected.medianSeconds)) {
    return `${clock}, longer than usual`;
  }
  const usual = usualTime(expected.medianSeconds);
  // Without figures of our own it is the picture service's word.
  return expected.measured ? `${clock}, usually ${usual}` : `${clock}, should take ${usual}`;
}

interface Ended {
  title: string;
  /** It has a picture. */
  ready: boolean;
}

/** One or two sentences about try-ons that ended at about the same time. */
export function endedText(ended: readonly Ended[]): string {
  const ready = ended.filter((one) => one.ready);
  const others = ended.filter((one) => !one.ready);
  return [
    oneOrMany(ready, (title) => `Your look is ready: ${title}.`, waitingWords.readyCount),
    oneOrMany(
      others,
      (title) => `This one did not work out: ${title}.`,
      (count) => `${count} did not work out.`,
    ),
  ]
    .filter(Boolean)
    .join(' ');
}

function oneOrMany(
  group: readonly Ended[],
  one: (title: string) => string,
  many: (count: number) => string,
): string {
  const [first] = group;
  if (!first) return '';
  return group.length === 1 ? one(first.title) : many(group.length);
}

/** The tab's name until somebody looks at it: "(2) Your looks are ready". */
export function endedTitle(ended: readonly Ended[]): string {
  const ready = ended.filter((one) => one.ready).length;
  const what =
    ready === 0 ? 'No look this time' : ready === 1 ? 'Your look is ready' : 'Your looks are ready';
  return `(${ended.length}) ${what}`;
}
