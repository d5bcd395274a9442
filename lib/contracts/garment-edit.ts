import { z } from 'zod';
import { garmentCategories } from '#lib/domain/category.ts';
import { colourFamilies } from '#lib/domain/colour-family.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import { garmentImageView, shopGarmentParams, sizeChart } from './garment.ts';
import { pictureVerdict } from './picture-readiness.ts';

/** What the garment editor and the server say to each other. */

export const garmentLimits = {
  title: 120,
  description: 4000,
  colour: 40,
  material: 200,
  productType: 80,
  tag: 40,
  tags: 30,
  size: 24,
  code: 60,
  variants: 100,
  alt: 300,
  pictures: 20,
  chartColumns: 12,
  chartColumn: 40,
} as const;

const text = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);

/** The id is the editor's own, so that the same row sent twice is one row. */
export const variantBody = z.strictObject({
  id: z.uuid(),
  size: text(garmentLimits.size).min(1, 'Give the size a name.'),
  sku: text(garmentLimits.code),
  barcode: text(garmentLimits.code),
  /** What the shop's own checkout calls it; empty where that is the SKU. */
  externalId: text(garmentLimits.code),
  /** Typed text; empty for the garment's price. */
  price: z.string().trim().max(12),
  stock: z
    .int('Give whole pieces.')
    .min(0, 'Stock cannot be less than none.')
    .max(999_999, 'That is more than fits here.'),
});
export type VariantBody = z.infer<typeof variantBody>;

const distinct = (values: readonly string[]) => new Set(values).size === values.length;

const chartBody = sizeChart
  .extend({
    columns: z
      .array(text(garmentLimits.chartColumn).min(1, 'Name the measurement.'))
      .min(1)
      .max(garmentLimits.chartColumns)
      .refine(distinct, 'A measurement is there twice.'),
  })
  .refine(
    ({ columns, rows }) => rows.every(({ values }) => values.length === columns.length),
    'Each size needs a number for each measurement.',
  )
  .refine(({ rows }) => distinct(rows.map(({ size }) => size)), 'A size is in the chart twice.');

/**
 * What may be written of a garment, each by itself. Prices are typed text, so that "49,90" can be
 * answered in words.
 */
export const garmentChanges = z
  .strictObject({
    title: text(garmentLimits.title).min(2, 'Give the garment a title.'),
    description: text(garmentLimits.description),
    /** Null for what nobody can try on. */
    category: z.enum(garmentCategories, { error: 'Choose what kind of garment it is.' }).nullable(),
    colour: text(garmentLimits.colour),
    material: text(garmentLimits.material),
    productType: text(garmentLimits.productType),
    tags: z
      .array(text(garmentLimits.tag).min(1))
      .max(garmentLimits.tags, `Use at most ${garmentLimits.tags} tags.`),
    price: z.string().trim().min(1, 'Give a price.').max(12),
    variants: z
      .array(variantBody)
      .max(garmentLimits.variants, `Use at most ${garmentLimits.variants} sizes.`)
      .refine((rows) => distinct(rows.map(({ size }) => size)), 'A size is in the list twice.')
      .refine((rows) => distinct(rows.map(({ id }) => id)), 'A row is in the list twice.'),
    sizeChart: chartBody.nullable(),
    /** All pictures of it, in their order. */
    pictureOrder: z.array(z.uuid()).max(garmentLimits.pictures),
    /** The picture for try-ons; null leaves the choice to `pictureForTryOn`. */
    pinnedPictureId: z.uuid().nullable(),
    /** What a picture shows, by its id. */
    alts: z.record(z.uuid(), text(garmentLimits.alt)),
  })
  .partial();
export type GarmentChanges = z.infer<typeof garmentChanges>;
export type GarmentField = keyof GarmentChanges;

export const changeGarmentBody = z.strictObject({
  /** The version that the changes were made to: another one is a `conflict`. */
  version: z.int().min(1),
  changes: garmentChanges,
});
export type ChangeGarmentBody = z.infer<typeof changeGarmentBody>;

export const newGarmentBody = garmentChanges
  .omit({ pictureOrder: true, pinnedPictureId: true, alts: true })
  .required({ title: true, category: true, price: true })
  .extend({
    /** The editor's own: the same garment sent twice is made once. */
    id: z.uuid(),
  });
export type NewGarmentBody = z.infer<typeof newGarmentBody>;

/** The copy's: asked for twice, it is made once. */
export const duplicateGarmentBody = z.strictObject({ id: z.uuid() });
export type DuplicateGarmentBody = z.infer<typeof duplicateGarmentBody>;

export const garmentPictureParams = shopGarmentParams.extend({ picture: z.uuid() });
export const garmentColourParams = shopGarmentParams.extend({ other: z.uuid() });

export const colourCandidatesQuery = z.object({ q: z.string().trim().max(80).default('') });

/** Another garment of the shop, in one line. */
export const garmentInOneLine = z.object({
  id: z.uuid(),
  title: z.string(),
  colour: z.string(),
  status: z.enum(garmentStatuses),
  image: garmentImageView.nullable(),
});
export type GarmentInOneLine = z.infer<typeof garmentInOneLine>;

export const colourCandidates = z.object({ items: z.array(garmentInOneLine) });

export const editablePicture = garmentImageView.extend({
  id: z.uuid(),
  /** How fit for try-ons it is; null while nobody has looked, and where there is nothing to try on. */
  verdict: pictureVerdict.nullable(),
});
export type EditablePicture = z.infer<typeof editablePicture>;

const money = z.object({ minor: z.int(), currency: z.string() });

/** A garment with all that its editor shows. */
export const editableGarment = z.object({
  id: z.uuid(),
  slug: z.string(),
  version: z.int(),
  status: z.enum(garmentStatuses),
  title: z.string(),
  description: z.string(),
  category: z.enum(garmentCategories).nullable(),
  colour: z.string(),
  /** What browsing files the colour under; null when its word is not known. */
  colourFamily: z.enum(colourFamilies).nullable(),
  material: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  price: money,
  variants: z.array(
    z.object({
      id: z.uuid(),
      size: z.string(),
      sku: z.string(),
      barcode: z.string(),
      externalId: z.string(),
      /** Null for the garment's. */
      price: money.nullable(),
      stock: z.int(),
    }),
  ),
  sizeChart: sizeChart.nullable(),
  pictures: z.array(editablePicture),
  pinnedPictureId: z.uuid().nullable(),
  /** The same garment in other colours, whatever their status. */
  colours: z.array(garmentInOneLine),
  /** Nothing of anybody's hangs on it: no look, bag, order or favourite. */
  unused: z.boolean(),
  /** Who changed it last; the name is null for somebody who is gone. */
  changedBy: z.object({ name: z.string().nullable(), isYou: z.boolean() }).nullable(),
});
export type EditableGarment = z.infer<typeof editableGarment>;
