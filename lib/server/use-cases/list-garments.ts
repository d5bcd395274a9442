import 'server-only';
import type { GarmentList } from '#lib/contracts/garment.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { db } from '#lib/server/db.ts';
import { listActiveGarments } from '#lib/server/repositories/garments.ts';
import { pageOf } from './page-of.ts';

/** Public: what is in the shops, newest first. */
export async function listGarments({
  limit = 48,
  ...where
}: {
  category?: GarmentCategory;
  cursor?: string;
  limit?: number;
}): Promise<GarmentList> {
  const rows = await listActiveGarments(db(), { ...where, limit: limit + 1 });
  const { items, nextCursor } = pageOf(rows, limit);
  return { items: items.map(({ card }) => card), nextCursor };
}
