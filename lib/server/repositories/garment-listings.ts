import 'server-only';
import type { Browse } from '#lib/domain/browse.ts';
import type { BrowseCursor } from '#lib/domain/browse-cursor.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { allOfWords } from './search-words.ts';

// Raw SQL: Prisma knows neither tsvector nor comparisons of rows, and both are what makes the tenth
// page of a search in a hundred thousand garments as quick as the first.

/** What is asked for, with the words of the search already read. */
export type ListingQuery = Omit<Browse, 'q'> & { words: string[]; literal: boolean };

export interface Listing {
  garmentId: string;
  priceMinor: number;
  /** ISO 8601, UTC. */
  listedAt: string;
  /** The words are in its title, colour, kind or shop, and not only in what is told of it. */
  near: boolean;
}

// Not AS "listedAt": ORDER BY would take the name for this text, which no index has.
const columns = Prisma.sql`"garmentId", "priceMinor",
  to_char("listedAt", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS listed`;

/** One page, in the order of `query.sort`, from the cursor on. */
export async function listListings(
  db: Db,
  query: ListingQuery,
  cursor: BrowseCursor | null,
  limit: number,
): Promise<Listing[]> {
  if (query.sort !== 'relevance' || query.words.length === 0) {
    return readListings(db, filterOf(query), query, cursor, limit, true);
  }
  // Two shelves rather than a rank: a rank would have to be computed for every match, on every page.
  const onFirst = cursor?.by !== 'relevance' || cursor.near;
  const first = onFirst ? await readListings(db, nearOf(query), query, cursor, limit, true) : [];
  if (first.length === limit) return first;
  const rest = await readListings(
    db,
    Prisma.sql`${filterOf(query)} AND NOT names @@ ${allOfWords(query)}`,
    query,
    onFirst ? null : cursor,
    limit - first.length,
    false,
  );
  return [...first, ...rest];
}

/** How many of those that come next are looked at before it is given up to meet a page of matches. */
const LOOKED_AT = 1000;

type Row = { garmentId: string; priceMinor: number; listed: string };

/**
 * What is common is met among those that come next in the order. What is not there is rare, or lies
 * all at the far end: then all that fits is read by the other indexes, and sorted. Left to choose by
 * itself, Postgres walks through everything in order for what it wrongly takes for common (a size
 * that no dress has, among dresses).
 */
async function readListings(
  db: Db,
  filter: Prisma.Sql,
  query: ListingQuery,
  cursor: BrowseCursor | null,
  limit: number,
  near: boolean,
): Promise<Listing[]> {
  const order = orderOf(query.sort);
  const ahead = after(cursor);
  const met = await db.$queryRaw<Row[]>`
    SELECT ${columns} FROM (
      SELECT * FROM "GarmentListing" WHERE ${ahead} AND ${startOf(query)}
      ORDER BY ${order} LIMIT ${LOOKED_AT}) AS next
    WHERE ${filter} ORDER BY ${order} LIMIT ${limit}`;
  const rows =
    met.length === limit
      ? met
      : await db.$queryRaw<Row[]>`
          WITH found AS MATERIALIZED (
            SELECT "garmentId", "priceMinor", "listedAt" FROM "GarmentListing"
            WHERE ${filter} AND ${ahead})
          SELECT ${columns} FROM found ORDER BY ${order} LIMIT ${limit}`;
  return rows.map(({ listed, ...row }) => ({ ...row, listedAt: listed, near }));
}

/**
 * How many there are, counted up to `limit`. Materialized, since it is then planned as if all were
 * read, but read only as far as they are counted.
 */
export async function countListings(db: Db, query: ListingQuery, limit: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    WITH found AS MATERIALIZED (SELECT FROM "GarmentListing" WHERE ${filterOf(query)})
    SELECT count(*)::int AS count FROM (SELECT FROM found LIMIT ${limit}) AS counted`;
  return row?.count ?? 0;
}

function filterOf(query: ListingQuery): Prisma.Sql {
  const { category, colours, sizes, shops, words } = query;
  return allOf([
    category && facet([`category:${category}`]),
    colours.length > 0 && facet(colours.map((colour) => `colour:${colour}`)),
    sizes.length > 0 && facet(sizes.map((size) => `size:${size}`)),
    shops.length > 0 && facet(shops.map((shop) => `shop:${shop}`)),
    ...priceRange(query),
    words.length > 0 && Prisma.sql`words @@ ${allOfWords(query)}`,
  ]);
}

const priceRange = ({ priceFrom, priceTo }: ListingQuery) => [
  priceFrom !== null && Prisma.sql`"priceMinor" >= ${priceFrom}`,
  priceTo !== null && Prisma.sql`"priceMinor" <= ${priceTo}`,
];

/** Sorted by price, the first that can fit is where the range begins. */
const startOf = (query: ListingQuery) =>
  allOf(query.sort === 'price-up' || query.sort === 'price-down' ? priceRange(query) : []);

function allOf(parts: (Prisma.Sql | false | null | '')[]): Prisma.Sql {
  const given = parts.filter((part): part is Prisma.Sql => Boolean(part));
  return given.length > 0 ? Prisma.join(given, ' AND ') : Prisma.sql`true`;
}

const nearOf = (query: ListingQuery) =>
  Prisma.sql`${filterOf({ ...query, words: [] })} AND names @@ ${allOfWords(query)}`;

/** One of these values. `@>` for a single one, since its selectivity is estimated better. */
const facet = (values: string[]) =>
  values.length === 1
    ? Prisma.sql`facets @> ${values}::text[]`
    : Prisma.sql`facets && ${values}::text[]`;

function after(cursor: BrowseCursor | null): Prisma.Sql {
  if (!cursor) return Prisma.sql`true`;
  switch (cursor.by) {
    case 'newest':
    case 'relevance':
      return Prisma.sql`("listedAt", "garmentId") <
        (${cursor.listedAt.replace('Z', '')}::timestamp, ${cursor.id})`;
    case 'price-up':
      return Prisma.sql`("priceMinor", "garmentId") > (${cursor.priceMinor}::int, ${cursor.id})`;
    case 'price-down':
      return Prisma.sql`("priceMinor", "garmentId") < (${cursor.priceMinor}::int, ${cursor.id})`;
  }
}

function orderOf(sort: Browse['sort']): Prisma.Sql {
  switch (sort) {
    case 'newest':
    case 'relevance':
      return Prisma.sql`"listedAt" DESC, "garmentId" DESC`;
    case 'price-up':
      return Prisma.sql`"priceMinor", "garmentId"`;
    case 'price-down':
      return Prisma.sql`"priceMinor" DESC, "garmentId" DESC`;
  }
}
