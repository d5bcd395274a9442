-- CreateIndex
CREATE INDEX "TryOn_userId_forShop_id_idx" ON "TryOn"("userId", "forShop", "id" DESC);

-- DropIndex
DROP INDEX "TryOn_userId_createdAt_idx";
