import 'server-only';
import { type GarmentTable, MAX_BULK } from '#lib/contracts/garment-table.ts';
import { parsePlace, printPlace, type TableQuery, wholeTable } from '#lib/domain/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { countTable, findTableRows, listTableIds } from '#lib/server/repositories/garment-table.ts';
import { refusals } from '#lib/words/problems.ts';

/** To tell more would take longer than to read the page. */
const COUNTED_QUICKLY = 1_000;

type ListOptions = Partial<TableQuery> & { cursor?: string; limit?: number; countAll?: boolean };

/**
 * A page of a shop's garments.
 *
 * @throws AppError not_found for somebody who does not belong to it; invalid_input for a cursor of
 *   another order.
 */
export async function listShopGarments(
  actor: Actor,
  shop: string,
  { cursor, limit = 50, countAll = false, ...asked }: ListOptions = {},
): Promise<GarmentTable> {
  const { shop: own } = await requireMember(actor, shop);
  const query = { ...wholeTable, ...asked };
  const after = cursor ? parsePlace(cursor, query.sort) : null;
  if (cursor && !after) throw new AppError('invalid_input', refusals.placeNotOfThisList);
  const placed = await listTableIds(db(), own.id, query, { after, limit: limit + 1 });
  const shown = placed.slice(0, limit);
  const last = placed.length > limit ? shown.at(-1) : undefined;
  const [items, counted] = await Promise.all([
    findTableRows(
      db(),
      own.id,
      shown.map(({ id }) => id),
    ),
    after || placed.length <= limit
      ? null
      : countTo(countAll ? MAX_BULK : COUNTED_QUICKLY, own.id, query),
  ]);
  return {
    items,
    nextCursor: last ? printPlace({ sort: query.sort, ...last }) : null,
    // What fits into the page needs no counting.
    total: after ? null : (counted ?? { count: placed.length, orMore: false }),
  };
}

async function countTo(most: number, shopId: string, query: TableQuery) {
  const count = await countTable(db(), shopId, query, most + 1);
  return { count: Math.min(count, most), orMore: count > most };
}
