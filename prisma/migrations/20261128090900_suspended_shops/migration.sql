-- A suspended shop sells nothing: none of its garments is listed, and all are again once it is lifted.

-- As before, but for shops that are suspended.
CREATE OR REPLACE FUNCTION refresh_garment_listings(ids TEXT[]) RETURNS void
LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  PERFORM 1 FROM "Garment" WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

  DELETE FROM "GarmentListing" listing
  WHERE listing."garmentId" = ANY (ids)
    AND NOT EXISTS (
      SELECT 1 FROM "Garment" g JOIN "Shop" shop ON shop.id = g."shopId"
      WHERE g.id = listing."garmentId" AND g.status = 'ACTIVE' AND shop."suspendedAt" IS NULL);

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
    WHERE g.id = ANY (ids) AND g.status = 'ACTIVE' AND shop."suspendedAt" IS NULL
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
    JOIN "Shop" shop ON shop.id = g."shopId"
  WHERE g.id = ANY (ids) AND g.status = 'ACTIVE' AND v.stock > 0 AND shop."suspendedAt" IS NULL
  ON CONFLICT ("garmentId", size) DO UPDATE SET
    category = excluded.category, "shopId" = excluded."shopId"
  WHERE ("ListedSize".category, "ListedSize"."shopId")
    IS DISTINCT FROM (excluded.category, excluded."shopId");
END
$$;

DROP TRIGGER shop_relisted ON "Shop";
CREATE TRIGGER shop_relisted AFTER UPDATE OF slug, name, "suspendedAt" ON "Shop"
  FOR EACH ROW WHEN (
    OLD.slug <> NEW.slug OR OLD.name <> NEW.name
      OR (OLD."suspendedAt" IS NULL) <> (NEW."suspendedAt" IS NULL))
  EXECUTE FUNCTION list_shop();

SELECT refresh_garment_listings(ARRAY(
  SELECT g.id FROM "Garment" g JOIN "Shop" shop ON shop.id = g."shopId"
  WHERE shop."suspendedAt" IS NOT NULL));
