import 'server-only';
import type { GarmentRow } from '#lib/contracts/garment-table.ts';
import { categoryOf } from '#lib/domain/category.ts';
import type { TablePlace, TableQuery, TableSort } from '#lib/domain/garment-table.ts';
import { searchWords } from '#lib/domain/search-words.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { imageSelect, toImage } from './garment-cards.ts';

// Which rows: raw SQL, since Prisma knows neither comparisons of rows nor the search's index. What is
// in them: Prisma.

/** A garment's place in the table. */
interface Placed {
  id: string;
  value: string;
}

/** Up to so many are counted and sorted; of more of them a page is usually met soon in any order. */
export const FEW = 1_000;

/** Where in the table's order, and how many of it. */
interface TablePage {
  sort: TableSort;
  after: TablePlace | null;
  limit: number;
}

interface PlacedPage {
  /** In the table's order. */
  placed: Placed[];
  /** How many garments the query asks for; null for more than `FEW`, which are not counted. */
  count: number | null;
}

/**
 * One page of what a query asks for. Postgres cannot know whether that is little: it takes each condition
 * for independent of the others, and walks the whole order for what hardly is there. So it is looked for
 * first: few are sorted, and only for more the order is walked, by a second statement.
 */
export async function listTablePage(
  db: Db,
  shopId: string,
  query: TableQuery,
  page: TablePage,
): Promise<PlacedPage> {
  const { direction } = orders[page.sort];
  const isFew = Prisma.sql`id = ANY (ARRAY(SELECT id FROM found)) AND counted.count <= ${FEW}`;
  const rows = await db.$queryRaw<(Nullable<Placed> & { count: number })[]>`
    WITH ${matchesOf(shopId, query, FEW + 1)},
      counted AS (SELECT count(*)::int AS count FROM found)
    SELECT counted.count, page.id, page.value
    FROM counted LEFT JOIN LATERAL (${readPage(isFew, page)}) AS page ON true
    ORDER BY page.place ${direction}, page.id ${direction}`;
  const count = rows[0]?.count ?? 0;
  if (count <= FEW) return { placed: rows.filter(isPlaced), count };
  const placed = await db.$queryRaw<Placed[]>(readPage(isMatch(shopId, query), page));
  return { placed, count: null };
}

type Nullable<Row> = { [Column in keyof Row]: Row[Column] | null };

const isPlaced = <Row extends Nullable<Placed>>(row: Row): row is Row & Placed => row.id !== null;

function readPage(where: Prisma.Sql, { sort, after, limit }: TablePage): Prisma.Sql {
  const { column, value, direction } = orders[sort];
  return Prisma.sql`
    SELECT id, ${value} AS value, ${column} AS place FROM "Garment"
    WHERE ${where} AND ${beyond(after)}
    ORDER BY ${column} ${direction}, id ${direction} LIMIT ${limit}`;
}

/** How many there are, counted up to `limit`. */
export async function countTable(
  db: Db,
  shopId: string,
  query: TableQuery,
  limit: number,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Garment" WHERE ${isMatch(shopId, query)} LIMIT ${limit}) AS counted`;
  return row?.count ?? 0;
}

/** All that a query asks for, in the order of their ids; of more than `limit` any `limit`. */
export async function listMatchingIds(
  db: Db,
  shopId: string,
  query: TableQuery,
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH ${matchesOf(shopId, query, limit)} SELECT id FROM found ORDER BY id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Tags that some garment of the shop has, the most used first. */
export async function listShopTags(db: Db, shopId: string, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`
    SELECT tag FROM "Garment", unnest(tags) AS tag WHERE "shopId" = ${shopId} AND tags <> '{}'
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${limit}`;
  return rows.map(({ tag }) => tag);
}

const rowSelect = {
  id: true,
  slug: true,
  title: true,
  colour: true,
  category: true,
  status: true,
  readiness: true,
  priceMinor: true,
  currency: true,
  productType: true,
  tags: true,
  createdAt: true,
  updatedAt: true,
  images: { select: imageSelect, orderBy: { position: 'asc' }, take: 1 },
  variants: {
    where: { retiredAt: null },
    select: { size: true, stock: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.GarmentSelect;

type Row = Prisma.GarmentGetPayload<{ select: typeof rowSelect }>;

const toRow = ({ priceMinor, currency, images, variants, ...row }: Row): GarmentRow => ({
  ...row,
  price: { minor: priceMinor, currency },
  stock: variants.reduce((sum, { stock }) => sum + stock, 0),
  sizes: variants.map(({ size }) => size),
  image: images[0] ? toImage(images[0]) : null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** In the order of the ids; those that are gone meanwhile are left out. */
export async function findTableRows(db: Db, shopId: string, ids: string[]): Promise<GarmentRow[]> {
  const rows = await db.garment.findMany({
    where: { id: { in: ids }, shopId },
    select: rowSelect,
  });
  const byId = new Map(rows.map((row) => [row.id, toRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function filterOf(shopId: string, { status, kind, readiness, tag }: TableQuery): Prisma.Sql {
  const parts = [
    Prisma.sql`"shopId" = ${shopId}`,
    status && Prisma.sql`status = ${status}::"GarmentStatus"`,
    kind && kindIs(categoryOf(kind)),
    readiness && Prisma.sql`readiness = ${readiness}::"Readiness" AND category IS NOT NULL`,
    // A picture matters as long as somebody could try it on, unless the archived ones are asked for.
    readiness && !status && Prisma.sql`status <> 'ARCHIVED'`,
    tag && Prisma.sql`tags @> ARRAY[${tag}]`,
  ].filter((part): part is Prisma.Sql => Boolean(part));
  return Prisma.join(parts, ' AND ');
}

const kindIs = (category: string | null) =>
  category ? Prisma.sql`category = ${category}::"GarmentCategory"` : Prisma.sql`category IS NULL`;

/**
 * As `found`, the ids of garments that a query asks for, in no order and as many as there are, or more
 * than `limit`. Words and SKUs are materialized, since each is then planned as if all were read, by the
 * search's indexes, but read only as far as the limit.
 */
function matchesOf(shopId: string, query: TableQuery, limit: number): Prisma.Sql {
  const all = Prisma.sql`SELECT id FROM "Garment" WHERE ${filterOf(shopId, query)}`;
  if (!query.q) return Prisma.sql`found AS MATERIALIZED (${all} LIMIT ${limit})`;
  return Prisma.sql`
    called AS MATERIALIZED (${all} AND ${hasWords(query.q)}),
    labelled AS MATERIALIZED (
      ${all} AND id IN (SELECT v."garmentId" FROM "GarmentVariant" v WHERE ${hasSku(query.q)})),
    found AS MATERIALIZED (
      (SELECT id FROM called LIMIT ${limit}) UNION (SELECT id FROM labelled LIMIT ${limit}))`;
}

/** The same as a condition, which is quick for many: they are picked out while an order is walked. */
function isMatch(shopId: string, query: TableQuery): Prisma.Sql {
  const filter = filterOf(shopId, query);
  if (!query.q) return filter;
  return Prisma.sql`${filter} AND (${hasWords(query.q)} OR EXISTS (
    SELECT 1 FROM "GarmentVariant" v WHERE v."garmentId" = "Garment".id AND ${hasSku(query.q)}))`;
}

/** All of the words anywhere in title, colour and type. */
function hasWords(q: string): Prisma.Sql {
  const words = searchWords(q).map((word) => Prisma.sql`"searchText" LIKE ${`%${word}%`}`);
  return words.length > 0 ? Prisma.join(words, ' AND ') : Prisma.sql`false`;
}

/** A SKU that begins so. */
const hasSku = (q: string) =>
  Prisma.sql`v.sku <> '' AND lower(v.sku) LIKE ${`${escapeLike(q.toLowerCase())}%`}`;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

const up = Prisma.sql`ASC`;
const down = Prisma.sql`DESC`;
const isoTime = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const updated = Prisma.sql`"updatedAt"`;
const created = Prisma.sql`"createdAt"`;
const title = Prisma.sql`title`;
const price = Prisma.sql`"priceMinor"`;
const priceText = Prisma.sql`"priceMinor"::text`;

const orders: Record<TableSort, { column: Prisma.Sql; value: Prisma.Sql; direction: Prisma.Sql }> =
  {
    updated: { column: updated, value: isoTime(updated), direction: up },
    '-updated': { column: updated, value: isoTime(updated), direction: down },
    created: { column: created, value: isoTime(created), direction: up },
    '-created': { column: created, value: isoTime(created), direction: down },
    title: { column: title, value: title, direction: up },
    '-title': { column: title, value: title, direction: down },
    price: { column: price, value: priceText, direction: up },
    '-price': { column: price, value: priceText, direction: down },
  };

function beyond(place: TablePlace | null): Prisma.Sql {
  if (!place) return Prisma.sql`true`;
  const { column, direction } = orders[place.sort];
  const than = direction === up ? Prisma.sql`>` : Prisma.sql`<`;
  return Prisma.sql`(${column}, id) ${than} (${placed(place)}, ${place.id})`;
}

function placed({ sort, value }: TablePlace): Prisma.Sql {
  switch (sort) {
    case 'title':
    case '-title':
      return Prisma.sql`${value}`;
    case 'price':
    case '-price':
      return Prisma.sql`${Number(value)}::int`;
    case 'created':
    case '-created':
    case 'updated':
    case '-updated':
      return Prisma.sql`${value.replace('Z', '')}::timestamp`;
  }
}
