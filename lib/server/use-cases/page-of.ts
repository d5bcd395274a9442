import 'server-only';

/** A page out of `limit + 1` rows: the extra row says that there is a next page. */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? last.id : null };
}
