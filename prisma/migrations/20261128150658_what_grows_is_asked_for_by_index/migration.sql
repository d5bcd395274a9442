-- CreateIndex
CREATE INDEX "OrderRequest_shopId_createdAt_idx" ON "OrderRequest"("shopId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewCase_createdAt_signature_idx" ON "ReviewCase"("createdAt", "signature");
