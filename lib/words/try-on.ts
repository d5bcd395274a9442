import type { GarmentCategory } from '#lib/domain/category.ts';
import { type ActiveState, MOST_AHEAD, type WaitingReason } from '#lib/domain/try-on.ts';
import { garmentName, type Named } from './garment-name.ts';

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

/** @param ahead how many try-ons go first, more than `MOST_AHEAD` for many; only a queued one has any. */
export function stageText(state: ActiveState, ahead = 0): string {
  switch (state) {
    case 'queued':
      if (ahead === 0) return 'You are next.';
      if (ahead > MOST_AHEAD) return `More than ${MOST_AHEAD} try-ons are before yours.`;
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

/**
 * The text in place of a look's picture.
 *
 * @param person a house model's name; null for one's own photo
 * @param under the first piece of an outfit
 */
export function lookText(
  garment: Named & { category: GarmentCategory },
  person: string | null,
  under: Named | null = null,
): string {
  const who = person === null ? 'the person in your photo' : `the house model ${person}`;
  if (under) return `${garmentName(garment)} and ${garmentName(under)}, worn together by ${who}`;
  return `${garmentName(garment)}, ${worn[garment.category]} by ${who}`;
}

/** The garment's page with its fitting room. */
export const roomWords = {
  enter: 'Try it on',
  enterHint: 'With a photo of your own, or on a house model.',
  didNotOpen: 'The fitting room did not open. Check your connection and press again.',
  region: 'Fitting room',
  leave: 'Back to the garment',
  progress: 'Your picture',
  late: 'This one takes longer than usual. It is still being worked on.',
  callOff: 'Call it off',
  mayLeave: 'You may leave this page. The look will wait for you in My looks.',
  calledOff: 'Called off',
  calledOffText: 'Nothing was sent and nothing was counted.',
  tryAgain: 'Try it on again',
  unreachable:
    'We cannot reach the fitting room. Your try-on goes on without this page, and the page catches up by itself.',
  unreachableLook:
    'We cannot reach the fitting room just now. This look stays here for you to see.',
  gone: 'This look is not here any more',
  goneText: 'It was deleted, or it belongs to somebody else.',
  yourPhoto: 'Your photo',
  houseModel: (name: string) => `The house model ${name}`,
} as const;

/** Choosing who wears it. */
export const chooseWords = {
  title: 'Who tries it on?',
  photo: 'Your photo',
  photoHint: (framing: string) => `One person, facing the camera, ${framing}, in good light.`,
  model: 'Or a house model',
  modelLabel: (model: { name: string; description: string; heightCm: number }) =>
    `${model.name}, ${model.description}, ${model.heightCm} cm`,
  submit: 'Try it on',
  looking: 'Looking at your photo',
  phases: {
    idle: '',
    preparing: 'Getting ready',
    uploading: 'Sending your photo',
    submitting: 'Asking for the picture',
  },
  unreachable: 'We cannot reach the fitting room. Check your connection; it goes on by itself.',
  subjectMissing: 'Choose a photo or a house model first.',
  adviceUnanswered:
    'Please look at what we noticed in your photo. You can use it anyway, or choose another one.',
  photoRefused: 'Choose another photo, or a house model. This photo cannot be used.',
  newPhoto: 'The photo that you have just chosen',
  choosePhoto: 'Choose a photo',
  chooseAnotherPhoto: 'Choose another photo',
  takePhoto: 'Take a photo',
  dropHint: 'You can also drop one here, or paste it.',
  savedPhoto: (place: number) => `Saved photo ${place}`,
} as const;

/** A finished look and what to do with it. */
export const lookWords = {
  onYou: 'Here it is on you',
  on: (name: string) => `Here it is on ${name}`,
  note: (garment: string) =>
    `${garment}. You find it again in My looks. The picture shows style, not fit.`,
  compare: 'Before and after',
  stopComparing: 'Only the look',
  before: 'Before',
  after: 'After',
  edge: (before: number) => `${before} % before, ${100 - before} % after`,
  download: 'Download',
  anotherTake: 'Another take',
  asking: 'Asking',
  anotherPhoto: 'Another photo',
  somebodyElse: 'Somebody else',
} as const;

/** A try-on that ended without a look. */
export const noLookWords = {
  photoKept: 'Your photo is kept; there is no need to send it again.',
  askAgain: 'Ask again',
  chooseAnotherPhoto: 'Choose another photo',
  chooseSomebodyElse: 'Choose somebody else',
  anotherGarment: 'Try another garment',
} as const;
