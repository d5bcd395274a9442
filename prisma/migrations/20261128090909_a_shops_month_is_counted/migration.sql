-- CreateTable
CREATE TABLE "ShopMonth" (
    "shopId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "tryOns" INTEGER NOT NULL,

    CONSTRAINT "ShopMonth_pkey" PRIMARY KEY ("shopId","month")
);

-- AddForeignKey
ALTER TABLE "ShopMonth" ADD CONSTRAINT "ShopMonth_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE FUNCTION add_to_shop_month(shop TEXT, asked TIMESTAMP, by INTEGER) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ShopMonth" ("shopId", "month", "tryOns") VALUES (shop, to_char(asked, 'YYYY-MM'), by)
  ON CONFLICT ("shopId", "month") DO UPDATE SET "tryOns" = "ShopMonth"."tryOns" + by;
$$;

-- A reservation counts in its month, until it is released.
CREATE FUNCTION count_shop_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked TIMESTAMP;
BEGIN
  IF NEW."kind" = 'RESERVE' THEN
    IF TG_OP = 'INSERT' THEN
      PERFORM add_to_shop_month(NEW."shopId", NEW."at", 1);
    ELSIF NOT EXISTS (
      SELECT FROM "UsageEntry" WHERE "tryOnId" = NEW."tryOnId" AND "kind" = 'RELEASE'
    ) THEN
      PERFORM add_to_shop_month(OLD."shopId", OLD."at", -1);
      PERFORM add_to_shop_month(NEW."shopId", NEW."at", 1);
    END IF;
  ELSIF NEW."kind" = 'RELEASE' AND TG_OP = 'INSERT' THEN
    SELECT "at" INTO asked FROM "UsageEntry" WHERE "tryOnId" = NEW."tryOnId" AND "kind" = 'RESERVE';
    IF asked IS NOT NULL THEN
      PERFORM add_to_shop_month(NEW."shopId", asked, -1);
    END IF;
  END IF;
  RETURN NULL;
END;
$$;

-- A release that is taken back. What goes with its whole try-on has no reservation any more, and stays
-- counted as it was.
CREATE FUNCTION recount_shop_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  asked TIMESTAMP;
BEGIN
  SELECT "at" INTO asked FROM "UsageEntry" WHERE "tryOnId" = OLD."tryOnId" AND "kind" = 'RESERVE';
  IF asked IS NOT NULL THEN
    PERFORM add_to_shop_month(OLD."shopId", asked, 1);
  END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "UsageEntry_release_taken_back" AFTER DELETE ON "UsageEntry"
  FOR EACH ROW WHEN (OLD."kind" = 'RELEASE') EXECUTE FUNCTION recount_shop_month();

CREATE TRIGGER "UsageEntry_counts_in_its_month" AFTER INSERT OR UPDATE OF "at", "kind", "shopId" ON "UsageEntry"
  FOR EACH ROW EXECUTE FUNCTION count_shop_month();

INSERT INTO "ShopMonth" ("shopId", "month", "tryOns")
SELECT e."shopId", to_char(e."at", 'YYYY-MM'), count(*)
FROM "UsageEntry" e
WHERE e."kind" = 'RESERVE' AND NOT EXISTS (
  SELECT FROM "UsageEntry" r WHERE r."tryOnId" = e."tryOnId" AND r."kind" = 'RELEASE')
GROUP BY 1, 2;
