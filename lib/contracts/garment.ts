import { z } from 'zod';
import { garmentSorts } from '#lib/domain/browse.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import type { ColourFamily } from '#lib/domain/colour-family.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import { picture } from './try-on.ts';

export const garmentImageView = picture.extend({
  alt: z.string(),
  /** Made by the fitting room, and no photograph. */
  rendered: z.literal(true).optional(),
});
export type GarmentImageView = z.infer<typeof garmentImageView>;

export const garmentCard = z.object({
  slug: z.string(),
  title: z.string(),
  /** Null for what nobody can try on: a bag, a ring. */
  category: z.enum(garmentCategories).nullable(),
  /** Whether it is offered for try-ons: its kind allows it, and its picture is fit or was chosen. */
  canTryOn: z.boolean(),
  colour: z.string(),
  price: z.object({ minor: z.int(), currency: z.string() }),
  shop: z.object({ slug: z.string(), name: z.string() }),
  image: garmentImageView.nullable(),
  /** The second picture: as a rule, somebody wearing it. */
  worn: garmentImageView.nullable(),
});
export type GarmentCard = z.infer<typeof garmentCard>;

/**
 * `GET /api/garments`: public; active garments. `colour`, `size` and `shop` take several, separated by
 * commas; `min` and `max` are prices such as `20` or `79.50`; `q` is any text, and in quotation marks it is
 * searched for as it is written. A page's `nextCursor` belongs to the same filters and sort.
 */
export const garmentListQuery = z.object({
  q: z.string().optional(),
  category: z.enum(garmentCategories).optional(),
  colour: z.string().optional(),
  size: z.string().optional(),
  shop: z.string().optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  sort: z.enum(garmentSorts).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(48),
});
export const garmentList = z.object({
  items: z.array(garmentCard),
  nextCursor: z.string().nullable(),
  /** How many there are in all; on the first page only. Counted up to a limit, then `orMore`. */
  total: z.object({ count: z.int(), orMore: z.boolean() }).nullable(),
  /** What was searched for instead, where a word of the search is in no garment. */
  readAs: z.string().nullable(),
  /** Other words for the same thing that were searched for as well. */
  alsoRead: z.array(z.string()),
});
export type GarmentList = z.infer<typeof garmentList>;

/** What can be chosen from: only what some garment in the shops has. */
export interface BrowseOptions {
  colours: ColourFamily[];
  sizes: string[];
  shops: { slug: string; name: string; tagline: string }[];
  /** ISO 4217, of the shops' prices. */
  currencies: string[];
}

/** `GET /api/garments/{slug}`: public; in which sizes a garment that is in the shop can be bought. */
export const garmentOfferParams = z.strictObject({ slug: z.string().min(1).max(120) });
export const garmentOffer = z.object({
  slug: z.string(),
  /** Of a size that has no price of its own. */
  price: garmentCard.shape.price,
  variants: z.array(
    z.object({ size: z.string(), inStock: z.boolean(), price: garmentCard.shape.price }),
  ),
});
export type GarmentOffer = z.infer<typeof garmentOffer>;

/** The same garment in another colour. */
export interface ColourSibling {
  slug: string;
  colour: string;
  image: GarmentImageView | null;
}

export interface GarmentPage extends GarmentCard {
  description: string;
  material: string;
  images: GarmentImageView[];
  /** On house models, as the shop had it made. */
  looks: GarmentImageView[];
  variants: GarmentOffer['variants'];
  sizeChart: SizeChart | null;
  /** All colours that are in the shop, this one included; empty when there is only this one. */
  colours: ColourSibling[];
}

export const sizeChart = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ size: z.string(), values: z.array(z.number()) })),
});
export type SizeChart = z.infer<typeof sizeChart>;

export const shopParams = z.strictObject({ shop: z.string().max(80) });
export const shopGarmentParams = shopParams.extend({ id: z.uuid() });
export const setGarmentStatusBody = z.strictObject({ status: z.enum(garmentStatuses) });

/** `GET /api/merchant/{shop}/garments/{id}/images/{image}/input`: that picture as it is sent. */
