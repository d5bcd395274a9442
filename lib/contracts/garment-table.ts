import { z } from 'zod';
import { garmentCategories, garmentKinds } from '#lib/domain/category.ts';
import { garmentStatuses, readinesses } from '#lib/domain/garment-status.ts';
import { MAX_TAG, tableSorts } from '#lib/domain/garment-table.ts';
import { garmentImageView } from './garment.ts';

/** What narrows the table; the fields are those of `TableQuery`. */
export const narrowing = {
  q: z.string().max(100).default(''),
  status: z.enum(garmentStatuses).nullable().default(null),
  kind: z.enum(garmentKinds).nullable().default(null),
  readiness: z.enum(readinesses).nullable().default(null),
  tag: z.string().max(MAX_TAG).default(''),
};

/** `GET /api/merchant/{shop}/garments`: a page of the table. */
export const garmentTableQuery = z.object({
  ...narrowing,
  sort: z.enum(tableSorts).default('-updated'),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Whether to count as far as garments can be changed at once, and not only as far as is quick. */
  countAll: z.stringbool().default(false),
});

export const garmentRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  title: z.string(),
  colour: z.string(),
  category: z.enum(garmentCategories).nullable(),
  status: z.enum(garmentStatuses),
  readiness: z.enum(readinesses),
  price: z.object({ minor: z.int(), currency: z.string() }),
  productType: z.string(),
  tags: z.array(z.string()),
  /** Of all sizes together. */
  stock: z.int(),
  sizes: z.array(z.string()),
  image: garmentImageView.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type GarmentRow = z.infer<typeof garmentRow>;

export const garmentTable = z.object({
  items: z.array(garmentRow),
  nextCursor: z.string().nullable(),
  /** How many there are in all, counted up to a limit; on the first page only. */
  total: z.object({ count: z.int(), orMore: z.boolean() }).nullable(),
});
export type GarmentTable = z.infer<typeof garmentTable>;

/** More than this at once is refused: it would hold the garments for too long. */
export const MAX_BULK = 5_000;

/** Which garments: those ticked, or all that the table is narrowed to, as many as were counted. */
const selection = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(MAX_BULK) }),
  z.strictObject({ all: z.strictObject(narrowing), count: z.int().min(1).max(MAX_BULK) }),
]);

const tag = z.string().trim().min(1).max(MAX_TAG);

export const bulkChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), status: z.enum(garmentStatuses) }),
  z.strictObject({ kind: z.literal('category'), category: z.enum(garmentCategories).nullable() }),
  /** Typed text, in the shop's currency. */
  z.strictObject({ kind: z.literal('price'), price: z.string().trim().min(1).max(12) }),
  /** Hundredths of a percent, so that 12.5 % is 1250; prices are rounded to whole minor units. */
  z.strictObject({
    kind: z.literal('price-by'),
    basisPoints: z
      .int()
      .min(-9_000)
      .max(30_000)
      .refine((points) => points !== 0, 'By 0 % nothing changes.'),
  }),
  z.strictObject({
    kind: z.literal('tags'),
    add: z.array(tag).max(20),
    remove: z.array(tag).max(20),
  }),
]);
export type BulkChange = z.infer<typeof bulkChange>;

/** `POST /api/merchant/{shop}/garments/bulk` */
export const bulkBody = z.strictObject({ selection, change: bulkChange });
export type BulkBody = z.infer<typeof bulkBody>;

/** What became of a bulk change, or of its undoing. */
export const bulkResult = z.object({
  /** For `POST …/garments/bulk/{id}/undo`; null when nothing was changed. */
  id: z.uuid().nullable(),
  changed: z.int(),
  /** Already as asked for. */
  same: z.int(),
  /** Left as they are, and why; the first of them by name. */
  left: z.object({
    count: z.int(),
    garments: z.array(z.object({ id: z.uuid(), title: z.string(), why: z.string() })),
  }),
});
export type BulkResult = z.infer<typeof bulkResult>;
