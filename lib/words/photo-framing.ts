import type { GarmentCategory } from '#lib/domain/category.ts';

/** What a photo must show for this category, as the end of "A photo that shows you …". */
export const photoFraming = {
  UPPER_BODY: 'from head to hips',
  LOWER_BODY: 'from head to feet',
  DRESS: 'from head to feet',
} as const satisfies Record<GarmentCategory, string>;
