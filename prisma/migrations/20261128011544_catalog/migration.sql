-- CreateEnum
CREATE TYPE "Readiness" AS ENUM ('NO_PICTURE', 'NOT_READY', 'FAIR', 'READY');

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "shopId" TEXT;

-- AlterTable
ALTER TABLE "Garment" ADD COLUMN     "importKey" TEXT,
ADD COLUMN     "pinnedImageId" TEXT,
ADD COLUMN     "productType" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "readiness" "Readiness" NOT NULL DEFAULT 'NO_PICTURE',
ADD COLUMN     "source" JSONB,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "GarmentImage" ADD COLUMN     "readiness" JSONB,
ADD COLUMN     "sourceUrl" TEXT;

-- AlterTable
ALTER TABLE "GarmentVariant" ADD COLUMN     "barcode" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "source" JSONB;

-- CreateIndex
CREATE INDEX "AuditEntry_shopId_id_idx" ON "AuditEntry"("shopId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Garment_pinnedImageId_key" ON "Garment"("pinnedImageId");

-- CreateIndex
CREATE INDEX "Garment_shopId_createdAt_id_idx" ON "Garment"("shopId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Garment_shopId_priceMinor_id_idx" ON "Garment"("shopId", "priceMinor", "id");

-- CreateIndex
CREATE INDEX "Garment_tags_idx" ON "Garment" USING GIN ("tags");

-- CreateIndex
CREATE UNIQUE INDEX "Garment_shopId_importKey_key" ON "Garment"("shopId", "importKey");

-- AddForeignKey
ALTER TABLE "Garment" ADD CONSTRAINT "Garment_pinnedImageId_fkey" FOREIGN KEY ("pinnedImageId") REFERENCES "GarmentImage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Pictures that were there before anybody looked at them: neither praised nor refused.
UPDATE "Garment" g SET readiness = 'FAIR'
  WHERE EXISTS (SELECT 1 FROM "GarmentImage" i WHERE i."garmentId" = g.id);
