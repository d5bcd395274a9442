-- CreateIndex
CREATE INDEX "Garment_shopId_category_readiness_status_idx" ON "Garment"("shopId", "category", "readiness", "status");
