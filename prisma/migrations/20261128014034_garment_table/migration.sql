-- DropIndex
DROP INDEX "Garment_shopId_createdAt_id_idx";

-- DropIndex
DROP INDEX "Garment_shopId_title_idx";

-- DropIndex
DROP INDEX "Garment_shopId_updatedAt_idx";

-- AlterTable
-- Kept by the database, so that no writer has to think of it.
ALTER TABLE "Garment" ADD COLUMN     "searchText" TEXT
  GENERATED ALWAYS AS (search_text(title || ' ' || colour || ' ' || "productType")) STORED;

-- CreateTable
CREATE TABLE "BulkEdit" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "BulkEdit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkEditItem" (
    "editId" TEXT NOT NULL,
    "garmentId" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "BulkEditItem_pkey" PRIMARY KEY ("editId","garmentId")
);

-- CreateIndex
CREATE INDEX "BulkEdit_shopId_createdAt_idx" ON "BulkEdit"("shopId", "createdAt");

-- CreateIndex
CREATE INDEX "BulkEditItem_garmentId_idx" ON "BulkEditItem"("garmentId");

-- CreateIndex
CREATE INDEX "Garment_shopId_title_id_idx" ON "Garment"("shopId", "title", "id");

-- CreateIndex
CREATE INDEX "Garment_shopId_createdAt_id_idx" ON "Garment"("shopId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Garment_shopId_updatedAt_id_idx" ON "Garment"("shopId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Garment_shopId_status_updatedAt_id_idx" ON "Garment"("shopId", "status", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Garment_shopId_readiness_updatedAt_id_idx" ON "Garment"("shopId", "readiness", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Garment_searchText_trigrams" ON "Garment" USING GIN ("searchText" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "BulkEdit" ADD CONSTRAINT "BulkEdit_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkEditItem" ADD CONSTRAINT "BulkEditItem_editId_fkey" FOREIGN KEY ("editId") REFERENCES "BulkEdit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkEditItem" ADD CONSTRAINT "BulkEditItem_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Merchants look for the beginning of a SKU, in whatever case. Prisma has no words for this index.
CREATE INDEX "GarmentVariant_sku_beginning" ON "GarmentVariant" (lower(sku) text_pattern_ops)
  WHERE sku <> '';
