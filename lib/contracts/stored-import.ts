import { z } from 'zod';
import { type CatalogItem, categoryReasons } from '#lib/domain/catalog-item.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import type { GarmentState } from '#lib/domain/garment-plan.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import { sizeChart } from './garment.ts';
import { catalogProblem } from './import.ts';

/** What an import keeps of each garment between its steps, as JSON in the database. */

const source = z.record(z.string(), z.string());
const category = z.enum(garmentCategories).nullable();
const status = z.enum(garmentStatuses);
const price = z.object({ minor: z.int(), currency: z.string().nullable() });

/** `ImportItem.item`: what the file says. */
export const storedItem: z.ZodType<CatalogItem> = z.object({
  importKey: z.string(),
  lines: z.object({ from: z.int(), to: z.int() }),
  title: z.string().optional(),
  description: z.string().optional(),
  category: z
    .object({
      value: category,
      because: z.enum(categoryReasons),
    })
    .optional(),
  status: status.optional(),
  colour: z.string().optional(),
  style: z.string().optional(),
  material: z.string().optional(),
  productType: z.string().optional(),
  tags: z.array(z.string()).optional(),
  price: price.nullish(),
  sizeChart: sizeChart.nullish(),
  pictures: z.array(z.object({ url: z.string(), alt: z.string().optional() })).optional(),
  variants: z
    .array(
      z.object({
        size: z.string(),
        sku: z.string().optional(),
        barcode: z.string().optional(),
        externalId: z.string().optional(),
        price: price.nullish(),
        stock: z.number().optional(),
        source,
      }),
    )
    .optional(),
  source,
  problems: z.array(catalogProblem),
});

/** `Garment.unfetched`. */
export const unfetchedPictures = z.array(
  z.object({ url: z.string(), alt: z.string(), place: z.int() }),
);

const garmentState: z.ZodType<GarmentState> = z.object({
  importKey: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  category,
  status,
  colour: z.string(),
  style: z.string().nullable(),
  material: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  priceMinor: z.int(),
  currency: z.string(),
  sizeChart: sizeChart.nullable(),
  source,
  sourceFormat: z.string().nullable(),
  pictures: z.array(z.object({ url: z.string(), alt: z.string() })),
  unfetched: unfetchedPictures.default([]),
  variants: z.array(
    z.object({
      size: z.string(),
      sku: z.string(),
      barcode: z.string(),
      externalId: z.string().nullable(),
      priceMinor: z.int().nullable(),
      stock: z.number(),
      source,
    }),
  ),
});

/** `ImportItem.before`: what the garment was before the run changed it, all that an undo needs. */
export const stateBefore = z.object({
  state: garmentState,
  images: z.array(
    z.object({
      url: z.string(),
      alt: z.string(),
      mediaId: z.string(),
      inputMediaId: z.string(),
      sourceUrl: z.string().nullable(),
      /** The merchant's own choice for try-ons. */
      isPinned: z.boolean().default(false),
    }),
  ),
});
export type StateBefore = z.infer<typeof stateBefore>;
