import type { GarmentKind } from '#lib/domain/category.ts';

/** One garment of a kind, and what choosing it does to the picture. */
export const kindWords: Record<GarmentKind, { name: string; means: string }> = {
  UPPER_BODY: {
    name: 'Top',
    means:
      'Shirts, knitwear, jackets. Takes the place of what is worn above the waist; a photo from head to hips is enough.',
  },
  LOWER_BODY: {
    name: 'Bottom',
    means:
      'Trousers, skirts, shorts. Takes the place of what is worn below the waist; needs a full-length photo.',
  },
  DRESS: {
    name: 'Dress',
    means: 'Dresses and jumpsuits. Takes the place of top and bottom; needs a full-length photo.',
  },
  NONE: {
    name: 'Not for trying on',
    means: 'Bags, jewellery, shoes. In the shop like the rest, without “Try it on”.',
  },
};
