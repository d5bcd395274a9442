import { z } from 'zod';
import { garmentSorts } from '#lib/domain/browse.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import type { ColourFamily } from '#lib/domain/colour-family.ts';
import { readinessLevels } from '#lib/domain/picture-readiness.ts';
import { pictureVerdict } from './picture-readiness.ts';
import { picture } from './try-on.ts';

export const garmentStatuses = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const;
export type GarmentStatus = (typeof garmentStatuses)[number];

export const garmentImageView = picture.extend({ alt: z.string() });
export type GarmentImageView = z.infer<typeof garmentImageView>;

export const garmentCard = z.object({
  slug: z.string(),
  title: z.string(),
  category: z.enum(garmentCategories),
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
 * commas; `min` and `max` are prices such as `20` or `79.50`; `q` is any text. A page's `nextCursor`
 * belongs to the same filters and sort.
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
  /** What was searched for instead, when nothing fits the words as they were typed. */
  readAs: z.string().nullable(),
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
  variants: { size: string; inStock: boolean; price: { minor: number; currency: string } }[];
  sizeChart: SizeChart | null;
  /** All colours that are in the shop, this one included; empty when there is only this one. */
  colours: ColourSibling[];
}

export const sizeChart = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ size: z.string(), values: z.array(z.number()) })),
});
export type SizeChart = z.infer<typeof sizeChart>;

/** What a merchant may write. The price is typed text, so that "49,90" can be answered in words. */
export const garmentDraftBody = z.strictObject({
  title: z.string().trim().min(2, 'Give the garment a title.').max(120),
  description: z.string().trim().max(4000).default(''),
  category: z.enum(garmentCategories, { error: 'Choose what kind of garment it is.' }),
  colour: z.string().trim().max(40).default(''),
  material: z.string().trim().max(200).default(''),
  price: z.string().trim().min(1, 'Give a price.').max(12),
  sizes: z
    .array(z.string().trim().min(1).max(12))
    .max(20)
    .refine((sizes) => new Set(sizes).size === sizes.length, 'A size is in the list twice.')
    .default([]),
});
export type GarmentDraftBody = z.infer<typeof garmentDraftBody>;

export const shopParams = z.strictObject({ shop: z.string().max(80) });
export const shopGarmentParams = shopParams.extend({ id: z.uuid() });
export const setGarmentStatusBody = z.strictObject({ status: z.enum(garmentStatuses) });

/** A picture as the shop's people see it. */
export const merchantImage = garmentImageView.extend({
  id: z.uuid(),
  /** Null while nobody has looked at it. */
  verdict: pictureVerdict.nullable(),
  /** It is the one that goes to the provider. */
  sent: z.boolean(),
});
export type MerchantImage = z.infer<typeof merchantImage>;

/** `GET /api/merchant/{shop}/garments/{id}/images/{image}/input`: that picture as it is sent. */
export const garmentImageParams = shopGarmentParams.extend({ image: z.uuid() });

export const shopGarmentsQuery = z.object({ readiness: z.enum(readinessLevels).optional() });
export type ShopGarmentsQuery = z.infer<typeof shopGarmentsQuery>;

/** A garment as its shop's people see it. */
export const merchantGarment = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.enum(garmentCategories),
  status: z.enum(garmentStatuses),
  colour: z.string(),
  material: z.string(),
  price: z.object({ minor: z.int(), currency: z.string() }),
  sizes: z.array(z.string()),
  images: z.array(merchantImage),
  /** Of the picture that is sent; `NO_PICTURE` also while nobody has looked at it. */
  readiness: z.enum(readinessLevels),
  updatedAt: z.iso.datetime(),
});
export type MerchantGarment = z.infer<typeof merchantGarment>;
