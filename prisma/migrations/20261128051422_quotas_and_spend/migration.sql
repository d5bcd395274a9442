-- DropIndex
DROP INDEX "UsageEntry_shopId_at_idx";

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "monthlyTryOns" INTEGER,
ADD COLUMN     "shopperDailyTryOns" INTEGER;

-- CreateTable
CREATE TABLE "ShopCapNotice" (
    "shopId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ShopCapNotice_pkey" PRIMARY KEY ("shopId","month","percent")
);

-- CreateIndex
CREATE INDEX "UsageEntry_shopId_kind_at_idx" ON "UsageEntry"("shopId", "kind", "at");

-- AddForeignKey
ALTER TABLE "ShopCapNotice" ADD CONSTRAINT "ShopCapNotice_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;
