-- CreateTable
CREATE TABLE "ListedSize" (
    "garmentId" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "category" "GarmentCategory",
    "shopId" TEXT NOT NULL,

    CONSTRAINT "ListedSize_pkey" PRIMARY KEY ("garmentId","size")
);

-- CreateIndex
CREATE INDEX "ListedSize_category_size_shopId_idx" ON "ListedSize"("category", "size", "shopId");

-- AddForeignKey
ALTER TABLE "ListedSize" ADD CONSTRAINT "ListedSize_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "GarmentListing"("garmentId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

-- The words of a text as they stand, and their English stems, marked: "boxi" is the stem of "boxy", but
-- nobody has written it.
CREATE FUNCTION search_vector(given TEXT) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT strip(to_tsvector('simple', given)) || array_to_tsvector(ARRAY(
    SELECT '~' || stem
    FROM unnest(tsvector_to_array(to_tsvector('english', given))) AS stems (stem)))
$$;

-- Any of these words, in any form; the first also as the beginning of a longer one. Letters and digits
-- only, as `searchWords` leaves them. The little words that English has no stem for stand as they are.
CREATE FUNCTION search_query(said TEXT[], begun BOOLEAN) RETURNS tsquery
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(
    concat_ws(' | ',
      CASE WHEN begun AND place = 1 THEN quote_literal(word) || ':*' END,
      coalesce(quote_literal('~' || stem), quote_literal(word))),
    ' | ')::tsquery
  FROM unnest(said) WITH ORDINALITY AS words (word, place)
  LEFT JOIN LATERAL unnest(ts_lexize('english_stem', word)) AS stems (stem) ON true
$$;

-- As before, with marked stems and the sizes that are offered.
CREATE OR REPLACE FUNCTION refresh_garment_listings(ids TEXT[]) RETURNS void
LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM "Garment" WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

  DELETE FROM "GarmentListing" listing
  WHERE listing."garmentId" = ANY (ids)
    AND NOT EXISTS (
      SELECT 1 FROM "Garment" g WHERE g.id = listing."garmentId" AND g.status = 'ACTIVE');

  WITH texts AS (
    SELECT
      g.id, g."shopId", g."priceMinor", coalesce(g."publishedAt", g."createdAt") AS "listedAt",
      shop.slug AS shop_slug, colours.family, g.category,
      search_text(concat_ws(' ', g.title, g.colour, shop.name,
        CASE g.category
          WHEN 'UPPER_BODY' THEN 'top tops' WHEN 'LOWER_BODY' THEN 'bottoms'
          WHEN 'DRESS' THEN 'dress dresses'
        END,
        nullif(colours.family, 'mixed'))) AS near,
      search_text(concat_ws(' ', g.material, g.description)) AS far
    FROM "Garment" g
    JOIN "Shop" shop ON shop.id = g."shopId"
    CROSS JOIN LATERAL (SELECT colour_family(g.colour) AS family OFFSET 0) AS colours
    WHERE g.id = ANY (ids) AND g.status = 'ACTIVE'
  ), listed AS (
    INSERT INTO "GarmentListing"
      ("garmentId", "shopId", "colourFamily", "priceMinor", "listedAt", facets, names, words)
    SELECT
      id, "shopId", family, "priceMinor", "listedAt",
      ARRAY['shop:' || shop_slug]
        || CASE WHEN category IS NULL THEN '{}' ELSE ARRAY['category:' || category] END
        || CASE WHEN family = '' THEN '{}' ELSE ARRAY['colour:' || family] END
        || ARRAY(
          SELECT 'size:' || v.size FROM "GarmentVariant" v
          WHERE v."garmentId" = texts.id AND v.stock > 0 ORDER BY v.position),
      search_vector(near), search_vector(near || ' ' || far)
    FROM texts ORDER BY id
    ON CONFLICT ("garmentId") DO UPDATE SET
      "shopId" = excluded."shopId", "colourFamily" = excluded."colourFamily",
      "priceMinor" = excluded."priceMinor", "listedAt" = excluded."listedAt",
      facets = excluded.facets, names = excluded.names, words = excluded.words
  )
  INSERT INTO "SearchWord" (word)
  SELECT DISTINCT said.word
  FROM texts CROSS JOIN unnest(tsvector_to_array(to_tsvector('simple', near))) AS said (word)
  WHERE length(said.word) BETWEEN 3 AND 40
    AND NOT EXISTS (SELECT 1 FROM "SearchWord" known WHERE known.word = said.word);

  DELETE FROM "ListedSize" offered
  WHERE offered."garmentId" = ANY (ids)
    AND NOT EXISTS (
      SELECT 1 FROM "GarmentVariant" v
      WHERE v."garmentId" = offered."garmentId" AND v.size = offered.size AND v.stock > 0);

  INSERT INTO "ListedSize" ("garmentId", size, category, "shopId")
  SELECT g.id, v.size, g.category, g."shopId"
  FROM "Garment" g JOIN "GarmentVariant" v ON v."garmentId" = g.id
  WHERE g.id = ANY (ids) AND g.status = 'ACTIVE' AND v.stock > 0
  ON CONFLICT ("garmentId", size) DO UPDATE SET
    category = excluded.category, "shopId" = excluded."shopId"
  WHERE ("ListedSize".category, "ListedSize"."shopId")
    IS DISTINCT FROM (excluded.category, excluded."shopId");
END
$$;

SELECT refresh_garment_listings(ARRAY(SELECT id FROM "Garment" WHERE status = 'ACTIVE'));
