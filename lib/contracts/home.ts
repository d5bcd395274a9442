import type { GarmentCategory } from '#lib/domain/category.ts';
import type { GarmentCard, GarmentImageView } from './garment.ts';

/** A garment on a house model. */
export interface WornLook {
  garment: GarmentCard & { category: GarmentCategory };
  picture: GarmentImageView;
  model: { slug: string; name: string };
}

/** A shop and some of its newest garments. */
export interface ShopIntroduction {
  slug: string;
  name: string;
  tagline: string;
  garments: GarmentCard[];
}

/** What hangs on the home page: no garment twice, as long as there are enough of them. */
export interface HomePage {
  hero: WornLook | null;
  wall: WornLook[];
  shops: ShopIntroduction[];
  /** The newest of what hangs nowhere else. */
  more: GarmentCard[];
  modelCount: number;
}
