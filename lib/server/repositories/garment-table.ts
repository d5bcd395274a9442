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

/** Up to so many are read, counted and sorted; more of them are met soon in any order. */
export const FEW = 1_000;

/** Where in the table's order, and how many of it. */
interface TablePage {
  sort: TableSort;
  after: TablePlace | null;
  limit: number;
}

/** Ids of one page in the table's order, with what places each. */
interface PlacedPage {
  placed: Placed[];
  /** How many garments the query asks for; null for more than `FEW`, which are not counted. */
  count: number | null;
}

/**
 * Finds out, before they are sorted, whether what a query asks for is little. Postgres cannot know: it
 * takes each condition for independent of the others, and walks the whole order for what hardly is there.
 */
export async function listTablePage(
  db: Db,
  shopId: string,
  query: TableQuery,
  page: TablePage,
): Promise<PlacedPage> {
  const found = matching(shopId, query, FEW + 1);
  const isFew = Prisma.sql`id = ANY (ARRAY(SELECT id FROM found)) AND counted.count <= ${FEW}`;
  const rows = await db.$queryRaw<(Nullable<Placed> & { count: number })[]>`
    WITH found AS MATERIALIZED (${found}), counted AS (SELECT count(*)::int AS count FROM found)
    SELECT counted.count, page.id, page.value
    FROM counted LEFT JOIN LATERAL (${readPage(isFew, page)}) AS page ON true`;
  const count = rows[0]?.count ?? 0;
  if (count <= FEW) return { placed: rows.filter(isPlaced), count };
  const placed = await db.$queryRaw<Placed[]>(readPage(walkedBy(shopId, query), page));
  return { placed, count: null };
}

type Nullable<Row> = { [Column in keyof Row]: Row[Column] | null };

const isPlaced = <Row extends Nullable<Placed>>(row: Row): row is Row & Placed => row.id !== null;

function readPage(where: Prisma.Sql, { sort, after, limit }: TablePage): Prisma.Sql {
  const { column, value, direction } = orders[sort];
  return Prisma.sql`
    SELECT id, ${value} AS value FROM "Garment"
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
      SELECT 1 FROM "Garment" WHERE ${walkedBy(shopId, query)} LIMIT ${limit}) AS counted`;
  return row?.count ?? 0;
}

/** All that a query asks for, at most `limit`, in the order of their ids. */
export async function listNarrowedIds(
  db: Db,
  shopId: string,
  query: TableQuery,
  limit: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${matching(shopId, query)}) AS found
    ORDER BY id LIMIT ${limit}`;
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
 * Ids of the garments that a query asks for, in no order; at most `limit` that are called so and as
 * many with such a SKU. By the search's indexes, which is quick for few.
 */
function matching(shopId: string, query: TableQuery, limit?: number): Prisma.Sql {
  const atMost = limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}`;
  const read = (more: Prisma.Sql) =>
    Prisma.sql`SELECT id FROM "Garment" WHERE ${filterOf(shopId, query)} ${more} ${atMost}`;
  if (!query.q) return read(Prisma.empty);
  return Prisma.sql`(${read(Prisma.sql`AND ${isCalled(query.q)}`)}) UNION
    (${read(Prisma.sql`AND id IN (SELECT v."garmentId" FROM "GarmentVariant" v WHERE ${hasSku(query.q)})`)})`;
}

/** The same as a condition, which is quick for many: they are picked out while an order is walked. */
function walkedBy(shopId: string, query: TableQuery): Prisma.Sql {
  const filter = filterOf(shopId, query);
  if (!query.q) return filter;
  return Prisma.sql`${filter} AND (${isCalled(query.q)} OR EXISTS (
    SELECT 1 FROM "GarmentVariant" v WHERE v."garmentId" = "Garment".id AND ${hasSku(query.q)}))`;
}

/** All of the words anywhere in title, colour and type. */
function isCalled(q: string): Prisma.Sql {
  const words = searchWords(q).map((word) => Prisma.sql`"searchText" LIKE ${`%${word}%`}`);
  return words.length > 0 ? Prisma.join(words, ' AND ') : Prisma.sql`false`;
}

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
