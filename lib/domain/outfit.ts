import type { GarmentCategory } from './category.ts';

/**
 * An outfit is one top and one bottom on the same person. Its second piece is tried on over the look
 * of the first, so each step is a try-on of its own and the first look stays as it is. A dress is the
 * whole outfit already, and a third piece would only cover what is there.
 */

/** The kind of garment that makes an outfit of this one; null where nothing is missing. */
export const completedBy = {
  UPPER_BODY: 'LOWER_BODY',
  LOWER_BODY: 'UPPER_BODY',
  DRESS: null,
} as const satisfies Record<GarmentCategory, GarmentCategory | null>;

/** A finished look, as far as it matters here. */
export interface LookToDress {
  /** Of the garment that was tried on last. */
  category: GarmentCategory;
  isOutfit: boolean;
}

/**
 * - `over`: on this look, which becomes an outfit.
 * - `instead`: on the look under this outfit, in the place of its second piece.
 * - `nowhere`: the two are not worn together.
 */
export type PlaceInOutfit = 'over' | 'instead' | 'nowhere';

/** Where a garment goes when it is tried on over a look. */
export function placeInOutfit(garment: GarmentCategory, look: LookToDress): PlaceInOutfit {
  if (look.isOutfit) return garment === look.category ? 'instead' : 'nowhere';
  return garment === completedBy[look.category] ? 'over' : 'nowhere';
}
