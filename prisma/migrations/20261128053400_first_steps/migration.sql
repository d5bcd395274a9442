-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "guideFinishedAt" TIMESTAMP(3),
ADD COLUMN     "guideHiddenAt" TIMESTAMP(3);

-- Shops that sell already need no first steps.
UPDATE "Shop" SET "guideFinishedAt" = now(), "guideHiddenAt" = now()
WHERE EXISTS (SELECT FROM "Garment" WHERE "Garment"."shopId" = "Shop".id AND "publishedAt" IS NOT NULL);
