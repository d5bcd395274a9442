-- CreateIndex
CREATE INDEX "OrderRequest_shopId_createdAt_idx" ON "OrderRequest"("shopId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewCase_createdAt_signature_idx" ON "ReviewCase"("createdAt", "signature");

-- The tags of a shop, read from the index alone. It is partial and holds a column beside its key, which
-- schema.prisma cannot say.
CREATE INDEX "Garment_shopId_tags_idx" ON "Garment"("shopId") INCLUDE ("tags") WHERE "tags" <> '{}';
