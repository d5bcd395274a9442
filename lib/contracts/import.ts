import { z } from 'zod';
import { ownFields } from '#lib/domain/catalog/own-columns.ts';
import { categoryReasons } from '#lib/domain/catalog-item.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import { planFields } from '#lib/domain/garment-plan.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import {
  importActions,
  importOutcomes,
  importStates,
  skipReasons,
} from '#lib/domain/import-run.ts';
import { shopParams } from './garment.ts';

/** What the import pages and the server say to each other. */

export const importParams = shopParams.extend({ id: z.uuid() });

/** `POST /api/merchant/{shop}/imports?name=…`, whose body is the file as it is. */
export const uploadQuery = z.object({
  name: z.string().trim().min(1, 'Give the file a name.').max(200),
});

const count = z.int().min(0);

/** A column of a shop's own file with some of what stands in it. */
export const sampleColumn = z.object({ header: z.string(), values: z.array(z.string()) });
export type SampleColumn = z.infer<typeof sampleColumn>;

/** What each column is about, by its header; null for one that is only kept. */
export const columnMapping = z.record(z.string().max(300), z.enum(ownFields).nullable());

export const importRun = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileBytes: count,
  format: z.string().nullable(),
  state: z.enum(importStates),
  failedIn: z.enum(importStates).nullable(),
  /** Why it failed, in a sentence. */
  error: z.string().nullable(),
  startedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  /** Null when it cannot be undone (any more). */
  undoUntil: z.iso.datetime().nullable(),
  /** Whether the file is still here, so that it can be read again. */
  hasFile: z.boolean(),
  /** How much of the file has been read, from 0 to 1. */
  partRead: z.number().min(0).max(1),
  items: count,
  creates: count,
  updates: count,
  skips: count,
  errors: count,
  applied: count,
  conflicts: count,
  removed: count,
  archived: count,
  restored: count,
  kept: count,
  pictures: z.object({ wanted: count, stored: count, failed: count }),
});
export type ImportRun = z.infer<typeof importRun>;

/** With what somebody needs to say what the columns mean, and to decide about the preview. */
export const importDetail = importRun.extend({
  sample: z.array(sampleColumn).nullable(),
  mapping: columnMapping.nullable(),
  /** Of the new garments of a preview: those that are published with their picture. Otherwise 0. */
  publishes: count,
  /** Of a preview: products of the file that come in several colours, each of which is a garment here. */
  inColours: count,
  /** Of what was applied and is in the shop: not offered for try-ons, because of its picture. */
  heldBack: count,
  /** Of the skips: what is as the file says already. The others wait for their kind. */
  unchanged: count,
});
export type ImportDetail = z.infer<typeof importDetail>;

export const importListQuery = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const importList = z.object({ items: z.array(importRun), nextCursor: z.uuid().nullable() });
export type ImportList = z.infer<typeof importList>;

export const catalogProblem = z.object({
  severity: z.enum(['error', 'warning']),
  line: z.int(),
  column: z.string().nullable(),
  message: z.string(),
});

/** What told a new garment's kind: something in the file, or somebody here. */
export const kindReasons = [...categoryReasons, 'chosen'] as const;

export const fieldChange = z.object({
  field: z.enum(planFields),
  before: z.string(),
  after: z.string(),
});
export type FieldChange = z.infer<typeof fieldChange>;

export const importItem = z.object({
  position: z.int(),
  title: z.string(),
  importKey: z.string(),
  productType: z.string(),
  lines: z.object({ from: z.int(), to: z.int() }),
  action: z.enum(importActions),
  reason: z.enum(skipReasons).nullable(),
  /** Of a new garment; null for one that the shop has. */
  kind: z
    .object({
      category: z.enum(garmentCategories).nullable(),
      because: z.enum(kindReasons),
    })
    .nullable(),
  changes: z.array(fieldChange),
  problems: z.array(catalogProblem),
  garmentId: z.uuid().nullable(),
  outcome: z.enum(importOutcomes),
});
export type ImportItem = z.infer<typeof importItem>;

/** `GET …/imports/{id}/items`: a page of the preview, in the order of the file. */
export const importItemsQuery = z.object({
  action: z.enum(importActions).optional(),
  outcome: z.enum(importOutcomes).optional(),
  reason: z.enum(skipReasons).optional(),
  /** The position after which the page begins. */
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ImportItemsQuery = z.infer<typeof importItemsQuery>;
export const importItems = z.object({
  items: z.array(importItem),
  /** Position to go on after; null on the last page. */
  next: z.int().nullable(),
});
export type ImportItems = z.infer<typeof importItems>;

/** The new garments of one product type, as the shop calls it. */
export const kindGroup = z.object({
  productType: z.string(),
  garments: count,
  /** What they are taken for, with how many of them; several when they differ. */
  kinds: z.array(
    z.object({
      category: z.enum(garmentCategories).nullable(),
      because: z.enum(kindReasons),
      garments: count,
    }),
  ),
});
export type KindGroup = z.infer<typeof kindGroup>;
export const kindGroups = z.object({ groups: z.array(kindGroup) });

/** `POST …/imports/{id}/kinds`: says what a new garment is, or all of one product type. */
export const chooseKindsBody = z.strictObject({
  category: z.enum(garmentCategories).nullable(),
  of: z.union([
    z.strictObject({ position: z.int().min(0) }),
    z.strictObject({ productType: z.string().max(300) }),
  ]),
});
export type ChooseKindsBody = z.infer<typeof chooseKindsBody>;

export const mapColumnsBody = z.strictObject({ mapping: columnMapping });

export const importPicture = z.object({
  position: z.int(),
  place: z.int(),
  garment: z.object({ id: z.uuid(), title: z.string() }),
  url: z.string(),
  reason: z.string(),
});
export type ImportPicture = z.infer<typeof importPicture>;
export const importPictures = z.object({ items: z.array(importPicture) });

export const exportQuery = z.object({ status: z.enum(garmentStatuses).optional() });
export const exportParams = shopParams.extend({ format: z.string().max(20) });
