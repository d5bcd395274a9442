-- AlterTable
ALTER TABLE "GarmentImage" ADD COLUMN     "removedAt" TIMESTAMP(3),
ADD COLUMN     "removedFromId" TEXT,
ALTER COLUMN "garmentId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "GarmentImage_removedFromId_idx" ON "GarmentImage"("removedFromId");

-- CreateIndex
CREATE INDEX "GarmentImage_removedAt_idx" ON "GarmentImage"("removedAt");

-- CreateIndex
CREATE INDEX "TryOn_garmentImageId_idx" ON "TryOn"("garmentImageId");

-- AddForeignKey
ALTER TABLE "GarmentImage" ADD CONSTRAINT "GarmentImage_removedFromId_fkey" FOREIGN KEY ("removedFromId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A picture is a garment's or was taken from it, never both and never neither.
ALTER TABLE "GarmentImage" ADD CONSTRAINT "GarmentImage_removed_or_not" CHECK (
  ("garmentId" IS NULL) <> ("removedFromId" IS NULL) AND ("removedFromId" IS NULL) = ("removedAt" IS NULL));
