import 'server-only';
import { type GarmentTable, MAX_BULK } from '#lib/contracts/garment-table.ts';
import { parsePlace, printPlace, type TableQuery, wholeTable } from '#lib/domain/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  countTable,
  FEW,
  findTableRows,
  listTablePage,
} from '#lib/server/repositories/garment-table.ts';
import { refusals } from '#lib/words/problems.ts';

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
  const page = { sort: query.sort, after, limit: limit + 1 };
  const { placed, count } = await listTablePage(db(), own.id, query, page);
  const shown = placed.slice(0, limit);
  const last = placed.length > limit ? shown.at(-1) : undefined;
  const ids = shown.map(({ id }) => id);
  const [items, total] = await Promise.all([
    findTableRows(db(), own.id, ids),
    after ? null : totalOf(count, () => countTable(db(), own.id, query, MAX_BULK + 1), countAll),
  ]);
  return {
    items,
    nextCursor: last ? printPlace({ sort: query.sort, ...last }) : null,
    total,
  };
}

/** To tell more than `FEW` takes longer than to read the page. */
async function totalOf(few: number | null, countMany: () => Promise<number>, countAll: boolean) {
  if (few !== null) return { count: few, orMore: false };
  if (!countAll) return { count: FEW, orMore: true };
  const count = await countMany();
  return { count: Math.min(count, MAX_BULK), orMore: count > MAX_BULK };
}
