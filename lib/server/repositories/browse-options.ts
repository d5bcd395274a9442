import 'server-only';
import type { Browse } from '#lib/domain/browse.ts';
import { type GarmentCategory, garmentCategories } from '#lib/domain/category.ts';
import { isColourFamily } from '#lib/domain/colour-family.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';

// Raw SQL: each list is read value by value from an index, not from the rows.

/** What there is to choose from, `most` of each; the sizes are those of one kind and of these shops. */
export async function listBrowseOptions(
  db: Db,
  { category, shops: chosen }: Pick<Browse, 'category' | 'shops'>,
  most: number,
) {
  const [colours, sizes, shops] = await Promise.all([
    db.$queryRaw<{ value: string }[]>`
      WITH RECURSIVE steps (value) AS (
        SELECT min("colourFamily") FROM "GarmentListing"
        UNION ALL
        SELECT (SELECT min("colourFamily") FROM "GarmentListing" WHERE "colourFamily" > value)
        FROM steps WHERE value IS NOT NULL)
      SELECT value FROM steps WHERE value <> '' LIMIT ${most}`,
    Promise.all(
      (category ? [category] : [...garmentCategories, null]).map((one) =>
        listSizes(db, one, chosen, most),
      ),
    ),
    db.$queryRaw<{ slug: string; name: string; tagline: string; currency: string }[]>`
      SELECT slug, name, tagline, currency FROM "Shop"
      WHERE EXISTS (SELECT 1 FROM "GarmentListing" WHERE "shopId" = "Shop".id)
      ORDER BY name LIMIT ${most}`,
  ]);
  return {
    colours: colours.map(({ value }) => value).filter(isColourFamily),
    sizes: [...new Set(sizes.flat())],
    shops,
  };
}

/**
 * @param category null for what nobody can try on.
 * @param shops slugs; none for all.
 */
async function listSizes(
  db: Db,
  category: GarmentCategory | null,
  shops: string[],
  most: number,
): Promise<string[]> {
  const ofCategory = category
    ? Prisma.sql`category = ${category}::"GarmentCategory"`
    : Prisma.sql`category IS NULL`;
  const inShops =
    shops.length === 0
      ? Prisma.sql`true`
      : Prisma.sql`EXISTS (
          SELECT FROM "ListedSize"
          WHERE ${ofCategory} AND size = value
            AND "shopId" = ANY (ARRAY(SELECT id FROM "Shop" WHERE slug = ANY (${shops}))))`;
  const rows = await db.$queryRaw<{ value: string }[]>`
    WITH RECURSIVE steps (value) AS (
      SELECT min(size) FROM "ListedSize" WHERE ${ofCategory}
      UNION ALL
      SELECT (SELECT min(size) FROM "ListedSize" WHERE ${ofCategory} AND size > value)
      FROM steps WHERE value IS NOT NULL)
    SELECT value FROM steps WHERE value IS NOT NULL AND ${inShops} LIMIT ${most}`;
  return rows.map(({ value }) => value);
}
