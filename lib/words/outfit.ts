import type { GarmentCategory } from '#lib/domain/category.ts';

/** Two garments on one person, and the next garment on the same one. */

const piece: Record<GarmentCategory, string> = {
  UPPER_BODY: 'top',
  LOWER_BODY: 'bottom',
  DRESS: 'dress',
};

export const outfitWords = {
  onYou: 'Here is the outfit on you',
  on: (name: string) => `Here is the outfit on ${name}`,
  note: (garment: string, under: string) =>
    `${garment} with ${under}. You find it again in My looks. The picture shows style, not fit.`,
  steps: 'How this outfit came about',
  you: 'You',
  both: 'Both',
  add: (category: GarmentCategory) => `Add a ${piece[category]}`,
  without: (garment: string) => `Without the ${garment}`,
  backTo: (garment: string) => `Back to the look with the ${garment}`,
} as const;

export const nextGarmentWords = {
  addTitle: (category: GarmentCategory, under: string) =>
    `Which ${piece[category]} with the ${under}?`,
  addNote: 'Choosing one asks for a new picture, which counts as one try-on. This look stays.',
  addThis: 'Try it on with this',
  anotherTitle: (category: GarmentCategory, under: string) =>
    `Another ${piece[category]} with the ${under}`,
  /** Of the garment that stays; there is no look yet that another could go over. */
  aloneNote: (kept: string, category: GarmentCategory) =>
    `First a picture with the ${kept} alone, which counts as one try-on. Then any ${piece[category]} goes with it.`,
  aloneThis: (kept: string) => `Try the ${kept} alone`,
  nextTitle: (name: string | null) => `Try the next one on ${name ?? 'you'}`,
  nextNote: 'Choosing one asks for a new picture, which counts as one try-on.',
  nextThis: 'Try this on',
  asking: 'Asking for the picture',
  browse: 'Browse all garments',
  back: 'Show earlier ones',
  onwards: 'Show more',
  none: 'There is nothing of this kind in the shops just now.',
  failed: 'The garments did not arrive.',
  tryAgain: 'Try again',
} as const;
