-- AlterTable
ALTER TABLE "GarmentVariant" ADD COLUMN     "externalId" TEXT;

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "checkoutUrl" TEXT;

-- AlterTable
ALTER TABLE "TryOn" ADD COLUMN     "baseId" TEXT,
ADD COLUMN     "favouriteAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "measurements" JSONB;

-- CreateTable
CREATE TABLE "Favourite" (
    "userId" TEXT NOT NULL,
    "garmentId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Favourite_pkey" PRIMARY KEY ("userId","garmentId")
);

-- CreateTable
CREATE TABLE "BagLine" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "variantId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BagLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderRequest" (
    "id" TEXT NOT NULL,
    "userId" TEXT,
    "shopId" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "currency" TEXT NOT NULL,
    "totalMinor" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderRequestLine" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "garmentId" TEXT,
    "title" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "priceMinor" INTEGER NOT NULL,

    CONSTRAINT "OrderRequestLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Favourite_userId_createdAt_idx" ON "Favourite"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Favourite_garmentId_idx" ON "Favourite"("garmentId");

-- CreateIndex
CREATE INDEX "BagLine_variantId_idx" ON "BagLine"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "BagLine_userId_variantId_key" ON "BagLine"("userId", "variantId");

-- CreateIndex
CREATE INDEX "OrderRequest_shopId_id_idx" ON "OrderRequest"("shopId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "OrderRequest_userId_idempotencyKey_key" ON "OrderRequest"("userId", "idempotencyKey");

-- CreateIndex
CREATE INDEX "OrderRequestLine_orderId_idx" ON "OrderRequestLine"("orderId");

-- CreateIndex
CREATE INDEX "OrderRequestLine_garmentId_idx" ON "OrderRequestLine"("garmentId");

-- CreateIndex
CREATE INDEX "TryOn_baseId_idx" ON "TryOn"("baseId");

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Favourite" ADD CONSTRAINT "Favourite_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BagLine" ADD CONSTRAINT "BagLine_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BagLine" ADD CONSTRAINT "BagLine_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "GarmentVariant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderRequest" ADD CONSTRAINT "OrderRequest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderRequest" ADD CONSTRAINT "OrderRequest_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderRequestLine" ADD CONSTRAINT "OrderRequestLine_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "OrderRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderRequestLine" ADD CONSTRAINT "OrderRequestLine_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TryOn" ADD CONSTRAINT "TryOn_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "TryOn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An empty line is no line.
ALTER TABLE "BagLine" ADD CONSTRAINT "BagLine_quantity_check" CHECK ("quantity" BETWEEN 1 AND 99);
ALTER TABLE "OrderRequestLine" ADD CONSTRAINT "OrderRequestLine_quantity_check" CHECK ("quantity" BETWEEN 1 AND 99);
