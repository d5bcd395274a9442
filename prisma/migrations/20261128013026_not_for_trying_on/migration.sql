-- AlterTable
ALTER TABLE "Garment" ALTER COLUMN "category" DROP NOT NULL;

-- As before, but for what has no category: it stands in no kind, and is found by its own words alone.
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
      strip(to_tsvector('english', near) || to_tsvector('simple', near)),
      strip(to_tsvector('english', near || ' ' || far) || to_tsvector('simple', near || ' ' || far))
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
END
$$;
