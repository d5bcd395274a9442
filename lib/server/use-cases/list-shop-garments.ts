import 'server-only';
import type { GarmentTable } from '#lib/contracts/garment-table.ts';
import { parsePlace, printPlace, type TableQuery, wholeTable } from '#lib/domain/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { countTable, findTableRows, listTableIds } from '#lib/server/repositories/garment-table.ts';
import { refusals } from '#lib/words/problems.ts';

/** As many as can be changed at once; beyond, counting would cost more than it tells. */
const COUNTED = 5_000;

/**
 * A page of a shop's garments.
 *
 * @throws AppError not_found for somebody who does not belong to it; invalid_input for a cursor of
 *   another order.
 */
export async function listShopGarments(
  actor: Actor,
  shop: string,
  { cursor, limit = 50, ...asked }: Partial<TableQuery> & { cursor?: string; limit?: number } = {},
): Promise<GarmentTable> {
  const { shop: own } = await requireMember(actor, shop);
  const query = { ...wholeTable, ...asked };
  const after = cursor ? parsePlace(cursor, query.sort) : null;
  if (cursor && !after) throw new AppError('invalid_input', refusals.placeNotOfThisList);
  const placed = await listTableIds(db(), own.id, query, { after, limit: limit + 1 });
  const shown = placed.slice(0, limit);
  const last = placed.length > limit ? shown.at(-1) : undefined;
  const [items, total] = await Promise.all([
    findTableRows(
      db(),
      own.id,
      shown.map(({ id }) => id),
    ),
    after ? null : countAll(own.id, query, placed.length, limit),
  ]);
  return { items, nextCursor: last ? printPlace({ sort: query.sort, ...last }) : null, total };
}

async function countAll(shopId: string, query: TableQuery, seen: number, limit: number) {
  if (seen <= limit) return { count: seen, orMore: false };
  const count = await countTable(db(), shopId, query, COUNTED + 1);
  return { count: Math.min(count, COUNTED), orMore: count > COUNTED };
}
