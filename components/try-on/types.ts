import type { PictureSource } from '#components/ui/picture.tsx';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Person } from '#lib/domain/subject.ts';

/** The garment as the fitting room needs it; `price` is ready to be read. */
export interface RoomGarment {
  slug: string;
  title: string;
  category: GarmentCategory;
  /** Slug of its shop, whose other garments are offered first. */
  shop: string;
  price: string;
  picture: PictureSource | null;
}

/** Who is going to wear it. A new photo is still on the device. */
export type Choice = { kind: 'new-photo'; file: Blob; previewUrl: string } | Person;
