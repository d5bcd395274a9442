-- CreateEnum
CREATE TYPE "RenderState" AS ENUM ('running', 'paused', 'stopped', 'done');

-- CreateEnum
CREATE TYPE "RenderItemState" AS ENUM ('waiting', 'under_way', 'made', 'found', 'failed', 'left_out');

-- AlterTable
ALTER TABLE "TryOn" ADD COLUMN     "forShop" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "ModelLook" (
    "id" TEXT NOT NULL,
    "garmentId" TEXT NOT NULL,
    "houseModelId" TEXT NOT NULL,
    "mediaId" TEXT,
    "imageId" TEXT,
    "outdated" BOOLEAN NOT NULL DEFAULT false,
    "tryOnId" TEXT,
    "shown" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ModelLook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RenderRun" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "creatorId" TEXT,
    "state" "RenderState" NOT NULL DEFAULT 'running',
    "pausedBy" TEXT,
    "show" BOOLEAN NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "RenderRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RenderItem" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "garmentId" TEXT NOT NULL,
    "houseModelId" TEXT NOT NULL,
    "state" "RenderItemState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "takes" INTEGER NOT NULL DEFAULT 0,
    "tryOnId" TEXT,

    CONSTRAINT "RenderItem_pkey" PRIMARY KEY ("runId","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "ModelLook_tryOnId_key" ON "ModelLook"("tryOnId");

-- CreateIndex
CREATE INDEX "ModelLook_mediaId_idx" ON "ModelLook"("mediaId");

-- CreateIndex
CREATE INDEX "ModelLook_imageId_idx" ON "ModelLook"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "ModelLook_garmentId_houseModelId_key" ON "ModelLook"("garmentId", "houseModelId");

-- CreateIndex
CREATE INDEX "RenderRun_shopId_id_idx" ON "RenderRun"("shopId", "id" DESC);

-- CreateIndex
CREATE INDEX "RenderRun_creatorId_idx" ON "RenderRun"("creatorId");

-- CreateIndex
CREATE INDEX "RenderItem_runId_state_position_idx" ON "RenderItem"("runId", "state", "position");

-- CreateIndex
CREATE INDEX "RenderItem_garmentId_idx" ON "RenderItem"("garmentId");

-- CreateIndex
CREATE INDEX "RenderItem_tryOnId_idx" ON "RenderItem"("tryOnId");

-- CreateIndex
CREATE UNIQUE INDEX "RenderItem_runId_garmentId_houseModelId_key" ON "RenderItem"("runId", "garmentId", "houseModelId");

-- AddForeignKey
ALTER TABLE "ModelLook" ADD CONSTRAINT "ModelLook_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelLook" ADD CONSTRAINT "ModelLook_houseModelId_fkey" FOREIGN KEY ("houseModelId") REFERENCES "HouseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelLook" ADD CONSTRAINT "ModelLook_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelLook" ADD CONSTRAINT "ModelLook_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "GarmentImage"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelLook" ADD CONSTRAINT "ModelLook_tryOnId_fkey" FOREIGN KEY ("tryOnId") REFERENCES "TryOn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RenderRun" ADD CONSTRAINT "RenderRun_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RenderRun" ADD CONSTRAINT "RenderRun_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RenderItem" ADD CONSTRAINT "RenderItem_runId_fkey" FOREIGN KEY ("runId") REFERENCES "RenderRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RenderItem" ADD CONSTRAINT "RenderItem_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RenderItem" ADD CONSTRAINT "RenderItem_houseModelId_fkey" FOREIGN KEY ("houseModelId") REFERENCES "HouseModel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RenderItem" ADD CONSTRAINT "RenderItem_tryOnId_fkey" FOREIGN KEY ("tryOnId") REFERENCES "TryOn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE "TryOn" ADD CONSTRAINT "TryOn_for_shop_on_house_model" CHECK (NOT "forShop" OR "houseModelId" IS NOT NULL);
ALTER TABLE "RenderRun" ADD CONSTRAINT "RenderRun_paused_by" CHECK ((state = 'paused') = ("pausedBy" IS NOT NULL));
