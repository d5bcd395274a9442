import 'server-only';
import { z } from 'zod';
import type { BulkChange, BulkFields } from '#lib/domain/bulk-change.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import { garmentStatuses } from '#lib/domain/garment-status.ts';
import type { Db } from '#lib/server/db.ts';

export interface LockedGarment extends BulkFields {
  id: string;
  title: string;
  currency: string;
  version: number;
  hasPicture: boolean;
}

/**
 * Those of the ids that are the shop's, and nobody else changes them until the transaction ends. In
 * the order of their ids, so that two who change the same ones wait for each other and never both.
 * Raw SQL: Prisma cannot lock rows.
 */
export async function lockGarments(
  tx: Db,
  shopId: string,
  ids: readonly string[],
): Promise<LockedGarment[]> {
  return tx.$queryRaw<LockedGarment[]>`
    SELECT id, title, currency, version, status::text, category::text, "priceMinor", tags,
      EXISTS (SELECT 1 FROM "GarmentImage" i WHERE i."garmentId" = "Garment".id) AS "hasPicture"
    FROM "Garment" WHERE "shopId" = ${shopId} AND id = ANY (${ids})
    ORDER BY id FOR NO KEY UPDATE`;
}

/** Writes these fields to locked garments; each becomes a version newer. One statement for all. */
export async function writeGarments(
  tx: Db,
  garments: readonly (BulkFields & { id: string })[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Garment" g SET
      status = v.status::"GarmentStatus", category = v.category::"GarmentCategory",
      "priceMinor" = v."priceMinor", tags = v.tags, version = g.version + 1, "updatedAt" = ${now},
      "publishedAt" = CASE
        WHEN v.status = 'ACTIVE' AND g.status <> 'ACTIVE' THEN ${now} ELSE g."publishedAt" END
    FROM jsonb_to_recordset(${JSON.stringify(garments)}::jsonb)
      AS v(id text, status text, category text, "priceMinor" int, tags text[])
    WHERE g.id = v.id`;
}

export async function createBulkEdit(
  tx: Db,
  {
    items,
    change,
    ...edit
  }: {
    shopId: string;
    actorId: string;
    change: BulkChange;
    items: { garmentId: string; before: BulkFields; version: number }[];
  },
): Promise<string> {
  const { id } = await tx.bulkEdit.create({ data: { ...edit, change }, select: { id: true } });
  await tx.bulkEditItem.createMany({
    data: items.map(({ before, ...item }) => ({ editId: id, ...item, before: { ...before } })),
  });
  return id;
}

const keptFields: z.ZodType<BulkFields> = z.object({
  status: z.enum(garmentStatuses),
  category: z.enum(garmentCategories).nullable(),
  priceMinor: z.int(),
  tags: z.array(z.string()),
});

/** Marks it as undone; null when somebody has done so before, or it is not this shop's. */
export async function takeBackBulkEdit(tx: Db, shopId: string, id: string, now: Date) {
  const taken = await tx.bulkEdit.updateMany({
    where: { id, shopId, undoneAt: null },
    data: { undoneAt: now },
  });
  if (taken.count === 0) return null;
  const items = await tx.bulkEditItem.findMany({
    where: { editId: id },
    select: { garmentId: true, before: true, version: true },
  });
  return items.map((item) => ({ ...item, before: keptFields.parse(item.before) }));
}

export async function forgetBulkEdits(tx: Db, shopId: string, before: Date): Promise<void> {
  await tx.bulkEdit.deleteMany({ where: { shopId, createdAt: { lt: before } } });
}
