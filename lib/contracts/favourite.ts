import { z } from 'zod';
import type { GarmentCard } from './garment.ts';

/** `PUT` and `DELETE /api/favourites/{slug}`. */
export const favouriteParams = z.strictObject({ slug: z.string().min(1).max(120) });

/** `GET /api/favourites`: the slugs of one's favourite garments, the latest first. */
export const favouriteSlugs = z.object({ slugs: z.array(z.string()) });
export type FavouriteSlugs = z.infer<typeof favouriteSlugs>;

/** A favourite on its page. `inShop` is false when its shop has taken it away. */
export interface FavouriteGarment extends GarmentCard {
  inShop: boolean;
}
