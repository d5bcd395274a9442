import type { GarmentCategory } from '#lib/domain/category.ts';
import type { PhotoAdviceCode } from '#lib/domain/photo-check.ts';
import { photoFraming } from './photo-framing.ts';

export interface PhotoAdvice {
  /** What was noticed, in a few words. */
  noticed: string;
  /** What would help. */
  help: string;
}

type Words = PhotoAdvice | ((category: GarmentCategory) => PhotoAdvice);

const advice: Record<PhotoAdviceCode, Words> = {
  nobody: (category) => ({
    noticed: 'We cannot make out a person',
    help: `Choose one that shows you ${photoFraming[category]}, with nothing in front of you.`,
  }),
  not_upright: {
    noticed: 'You are not upright in it',
    help: 'Turn the photo in your gallery, or choose one in which you stand.',
  },
  from_behind: {
    noticed: 'It seems to show you from behind',
    help: 'Garments are laid on the front. Choose one in which you face the camera.',
  },
  sideways: {
    noticed: 'You are turned to the side',
    help: 'Garments sit best when both shoulders face the camera.',
  },
  hips_missing: {
    noticed: 'Your hips are not in it',
    help: 'A top ends there. Step back a little, or choose one from head to hips.',
  },
  shoulders_missing: {
    noticed: 'A shoulder is cut off',
    help: 'Choose one with some room on both sides.',
  },
  feet_missing: (category) => ({
    noticed: 'Your feet are not in it',
    help: `${category === 'DRESS' ? 'Dresses' : 'Trousers and skirts'} need the whole length. Step back, or ask somebody to hold the camera.`,
  }),
  somebody_else: {
    noticed: 'Somebody else is in it',
    help: 'The garment may land on the wrong person. Choose one of you alone, or crop it.',
  },
  far_away: {
    noticed: 'You are rather far away',
    help: 'Come closer, or crop the photo, so that you fill most of its height.',
  },
  dark: {
    noticed: 'It is rather dark',
    help: 'Face a window or a lamp; the garment takes its light from the photo.',
  },
  against_the_light: {
    noticed: 'The light is behind you',
    help: 'Turn round, so that it falls on you rather than on the wall.',
  },
  glaring: {
    noticed: 'It is very bright',
    help: 'Step out of the sun or turn off the flash, so that folds can be seen.',
  },
  blurred: {
    noticed: 'It is not quite sharp',
    help: 'Lean the camera against something, wipe its lens, and hold still.',
  },
  small: {
    noticed: 'It is a small picture',
    help: 'The look will be soft. The original from the camera is better than one from a chat.',
  },
};

/** What somebody reads who chose a photo for a garment of this category. */
export function photoAdvice(code: PhotoAdviceCode, category: GarmentCategory): PhotoAdvice {
  const words = advice[code];
  return typeof words === 'function' ? words(category) : words;
}

const shownOf = {
  UPPER_BODY: 'with shoulders and hips in the picture',
  LOWER_BODY: 'with your legs in the picture down to the feet',
  DRESS: 'in the picture from the shoulders to the feet',
} as const satisfies Record<GarmentCategory, string>;

/** What was found in a photo that nothing speaks against; also the drawing's text alternative. */
export function praise(category: GarmentCategory): string {
  return `You face the camera, ${shownOf[category]}. It is bright and sharp enough.`;
}

/** Why nobody looked for a person, and what to see to oneself. */
export function notLookedFor(why: 'cannot' | 'too_slow', category: GarmentCategory): string {
  const reason =
    why === 'cannot'
      ? 'Finding the person in it does not work in this browser just now.'
      : 'Finding the person in it takes a while, and you need not wait for it.';
  return `${reason} Please see for yourself that it shows one person, facing the camera, ${photoFraming[category]}.`;
}
