import type { GarmentCategory } from '#lib/domain/category.ts';
import type { ActiveState, WaitingReason } from '#lib/domain/try-on.ts';

/** What the shopper reads while a try-on is on its way. Times are what was measured, never a guess. */

/** A time that is usual, as people say it: whole seconds under a minute, then minutes. */
export function usualTime(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole === 1) return 'about a second';
  if (whole < 60) return `about ${whole} seconds`;
  const minutes = Math.round(whole / 60);
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}

/** "Usually about 8 seconds", or whose figure it is while we have too few of our own. */
export function expectation({
  medianSeconds,
  measured,
}: {
  medianSeconds: number;
  measured: boolean;
}): string {
  const time = usualTime(medianSeconds);
  return measured ? `Usually ${time}` : `Usually ${time}, the picture service says`;
}

/** Elapsed time as a clock: "0:07", "12:30". */
export function elapsedClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How much longer than usual it may take before we say so. */
const PATIENCE = 3;

export function takesLongerThanUsual(elapsedMs: number, medianSeconds: number): boolean {
  return elapsedMs > PATIENCE * medianSeconds * 1000;
}

export const stageTitle: Record<ActiveState, string> = {
  queued: 'Waiting for your turn',
  sending: 'Handing it over',
  running: 'Making your picture',
  saving: 'Bringing it home',
};

/** @param ahead how many try-ons go first; only a queued one has others before it. */
export function stageText(state: ActiveState, ahead = 0): string {
  switch (state) {
    case 'queued':
      if (ahead === 0) return 'You are next.';
      return ahead === 1 ? 'One try-on is before yours.' : `${ahead} try-ons are before yours.`;
    case 'sending':
      return 'The photo and the garment are on their way to the picture service.';
    case 'running':
      return 'The garment is being fitted to the photo.';
    case 'saving':
      return 'The picture is ready and is being put into your looks.';
  }
}

export const waitingText: Record<WaitingReason, string> = {
  provider_unreachable:
    'The picture service cannot be reached just now. We keep trying, nothing is lost, and you may close this page.',
  provider_paused:
    'The fitting room is taking a short break. Your try-on keeps its place, nothing is lost, and you may close this page.',
  rate_limited:
    'Many people are trying things on right now. Yours keeps its place and goes on by itself; you may close this page.',
  storage_unavailable:
    'Your picture is made, but we cannot put it away just yet. We keep trying, nothing is lost, and you may close this page.',
};

const worn: Record<GarmentCategory, string> = {
  UPPER_BODY: 'worn as a top',
  LOWER_BODY: 'worn as a bottom',
  DRESS: 'worn as a dress',
};

/** The text in place of a look's picture. @param person a house model's name; null for one's own photo. */
export function lookText(
  garment: { title: string; category: GarmentCategory },
  person: string | null,
): string {
  const who = person === null ? 'the person in your photo' : `the house model ${person}`;
  return `${garment.title}, ${worn[garment.category]} by ${who}`;
}
