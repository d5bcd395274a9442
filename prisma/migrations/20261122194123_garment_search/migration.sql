-- For words typed wrongly. It is trusted since PostgreSQL 13: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterTable
ALTER TABLE "Garment" ADD COLUMN     "style" TEXT;

-- CreateTable
CREATE TABLE "GarmentListing" (
    "garmentId" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "colourFamily" TEXT NOT NULL,
    "priceMinor" INTEGER NOT NULL,
    "listedAt" TIMESTAMP(3) NOT NULL,
    "facets" TEXT[],
    "names" tsvector NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "GarmentListing_pkey" PRIMARY KEY ("garmentId")
);

-- CreateTable
CREATE TABLE "SearchWord" (
    "id" BIGSERIAL NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "GarmentListing_listedAt_garmentId_idx" ON "GarmentListing"("listedAt" DESC, "garmentId" DESC);

-- CreateIndex
CREATE INDEX "GarmentListing_priceMinor_garmentId_idx" ON "GarmentListing"("priceMinor", "garmentId");

-- CreateIndex
CREATE INDEX "GarmentListing_shopId_idx" ON "GarmentListing"("shopId");

-- CreateIndex
CREATE INDEX "GarmentListing_colourFamily_idx" ON "GarmentListing"("colourFamily");

-- CreateIndex
CREATE INDEX "GarmentListing_facets_idx" ON "GarmentListing" USING GIN ("facets") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "GarmentListing_names_idx" ON "GarmentListing" USING GIN ("names") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "GarmentListing_words_idx" ON "GarmentListing" USING GIN ("words") WITH (fastupdate = off);

-- CreateIndex
CREATE INDEX "SearchWord_word_idx" ON "SearchWord"("word");

-- CreateIndex
CREATE INDEX "SearchWord_word_trigrams" ON "SearchWord" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Garment_shopId_style_idx" ON "Garment"("shopId", "style");

-- CreateIndex
CREATE INDEX "Garment_shopId_title_idx" ON "Garment"("shopId", "title");

-- CreateIndex
CREATE INDEX "GarmentVariant_size_garmentId_idx" ON "GarmentVariant"("size", "garmentId");

-- AddForeignKey
ALTER TABLE "GarmentListing" ADD CONSTRAINT "GarmentListing_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say. The GIN indexes above without `fastupdate`: a search would have to
-- read through whatever was written lately.

-- Lower case, without accents, "t-shirt" in one word. `searchWords` does the same to what is asked for.
CREATE FUNCTION search_text(given TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(lower(normalize(given, NFKD)), '[\u0300-\u036f]', '', 'g'),
    '\mt[- ]shirt', 'tshirt', 'g')
$$;

-- The family that a colour's name belongs to, for the filter: "Washed blue" and "Indigo" are blue. Of
-- several the first counts, and a pattern only where no colour is named. Families as `colourFamilies`.
CREATE FUNCTION colour_family(colour TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce((
    SELECT family
    FROM (VALUES
      ('white', '\m(white|off-white|ivory|cream|ecru|chalk|snow|milk|weiss|blanc)'),
      ('black', '\m(black|jet|noir|ebony|schwarz)'),
      ('grey', '\m(gr[ea]y|charcoal|slate|silver|ash|graphite|anthracite)'),
      ('beige', '\m(beige|oat|sand|camel|stone|taupe|nude|khaki|ecru|tan)\M'),
      ('brown', '\m(brown|tobacco|chocolate|coffee|chestnut|mocha|cognac|walnut)'),
      ('yellow', '\m(yellow|mustard|ochre|gold|lemon|saffron|butter)'),
      ('orange', '\m(orange|terracotta|rust|apricot|copper|peach|coral)'),
      ('red', '\m(red|burgundy|crimson|scarlet|cherry|wine|bordeaux|maroon|brick)\M'),
      ('pink', '\m(pink|rose|blush|fuchsia|magenta|salmon)'),
      ('purple', '\m(purple|plum|violet|lilac|lavender|aubergine|mauve)'),
      ('blue', '\m(blue|navy|indigo|denim|cobalt|azure|sky|petrol|teal|turquoise)'),
      ('green', '\m(green|sage|olive|forest|bottle|mint|moss|emerald|pine)')
    ) AS families (family, pattern)
    CROSS JOIN LATERAL (SELECT substring(search_text(colour) FROM pattern) AS found) AS hits
    WHERE found IS NOT NULL
    ORDER BY strpos(search_text(colour), found), length(found) DESC
    LIMIT 1
  ), CASE WHEN search_text(colour) ~ '(print|multi|floral|pattern|rainbow)' THEN 'mixed' ELSE '' END)
$$;

-- Brings the listings of these garments up to what is stored of them. The rows are locked before they
-- are read: of two who change a garment and its stock at once, the second sees what the first did.
-- Without sequential scans, since the plans are kept: one made while the tables were still empty would
-- read all of them for every garment of a large import.
CREATE FUNCTION refresh_garment_listings(ids TEXT[]) RETURNS void
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
          WHEN 'UPPER_BODY' THEN 'top tops' WHEN 'LOWER_BODY' THEN 'bottoms' ELSE 'dress dresses'
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
      ARRAY['category:' || category, 'shop:' || shop_slug]
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

CREATE FUNCTION list_garment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'ACTIVE' OR (TG_OP = 'UPDATE' AND OLD.status = 'ACTIVE') THEN
    PERFORM refresh_garment_listings(ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER garment_listed AFTER INSERT ON "Garment"
  FOR EACH ROW EXECUTE FUNCTION list_garment();
CREATE TRIGGER garment_relisted AFTER UPDATE OF
    "shopId", title, description, category, status, colour, material, "priceMinor", "publishedAt"
  ON "Garment" FOR EACH ROW EXECUTE FUNCTION list_garment();

CREATE FUNCTION list_shop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_garment_listings(ARRAY(SELECT id FROM "Garment" WHERE "shopId" = NEW.id));
  RETURN NULL;
END
$$;

CREATE TRIGGER shop_relisted AFTER UPDATE OF slug, name ON "Shop"
  FOR EACH ROW WHEN (OLD.slug <> NEW.slug OR OLD.name <> NEW.name) EXECUTE FUNCTION list_shop();

-- Sizes count by statement: a garment with six sizes is listed anew once, and one that is sold and
-- still in stock not at all.
CREATE FUNCTION list_sizes_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_garment_listings(
    ARRAY(SELECT DISTINCT "garmentId" FROM added WHERE stock > 0));
  RETURN NULL;
END
$$;

CREATE FUNCTION list_sizes_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_garment_listings(
    ARRAY(SELECT DISTINCT "garmentId" FROM removed WHERE stock > 0));
  RETURN NULL;
END
$$;

CREATE FUNCTION list_sizes_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_garment_listings(ARRAY(
    SELECT DISTINCT added."garmentId" FROM added JOIN removed USING (id)
    WHERE (added.stock > 0) <> (removed.stock > 0) OR added.size <> removed.size));
  RETURN NULL;
END
$$;

CREATE TRIGGER sizes_added AFTER INSERT ON "GarmentVariant"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION list_sizes_added();
CREATE TRIGGER sizes_removed AFTER DELETE ON "GarmentVariant"
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION list_sizes_removed();
CREATE TRIGGER sizes_changed AFTER UPDATE ON "GarmentVariant"
  REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION list_sizes_changed();

SELECT refresh_garment_listings(ARRAY(SELECT id FROM "Garment" WHERE status = 'ACTIVE'));
