-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('uploading', 'uploaded', 'needs_mapping', 'reading', 'ready', 'applying', 'applied', 'undoing', 'undone', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ImportAction" AS ENUM ('CREATE', 'UPDATE', 'SKIP', 'ERROR');

-- CreateEnum
CREATE TYPE "ImportOutcome" AS ENUM ('PENDING', 'APPLIED', 'CHANGED_MEANWHILE', 'REMOVED', 'ARCHIVED', 'RESTORED', 'KEPT');

-- CreateEnum
CREATE TYPE "ImportPictureState" AS ENUM ('WAITING', 'STORED', 'FAILED');

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "creatorId" TEXT,
    "fileName" TEXT NOT NULL,
    "fileBytes" INTEGER NOT NULL DEFAULT 0,
    "storageKey" TEXT,
    "format" TEXT,
    "mapping" JSONB,
    "sample" JSONB,
    "state" "ImportState" NOT NULL DEFAULT 'uploading',
    "failedIn" "ImportState",
    "error" TEXT,
    "bytesRead" INTEGER NOT NULL DEFAULT 0,
    "itemsRead" INTEGER NOT NULL DEFAULT 0,
    "creates" INTEGER NOT NULL DEFAULT 0,
    "updates" INTEGER NOT NULL DEFAULT 0,
    "skips" INTEGER NOT NULL DEFAULT 0,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "applied" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "restored" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "picturesWanted" INTEGER NOT NULL DEFAULT 0,
    "picturesStored" INTEGER NOT NULL DEFAULT 0,
    "picturesFailed" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMP(3),
    "appliedAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportItem" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "importKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "productType" TEXT NOT NULL,
    "lineFrom" INTEGER NOT NULL,
    "lineTo" INTEGER NOT NULL,
    "action" "ImportAction" NOT NULL,
    "reason" TEXT,
    "category" "GarmentCategory",
    "categoryBecause" TEXT,
    "item" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "problems" JSONB NOT NULL,
    "garmentId" TEXT,
    "garmentVersion" INTEGER,
    "outcome" "ImportOutcome" NOT NULL DEFAULT 'PENDING',
    "before" JSONB,
    "versionAfter" INTEGER,

    CONSTRAINT "ImportItem_pkey" PRIMARY KEY ("runId","position")
);

-- CreateTable
CREATE TABLE "ImportPicture" (
    "runId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "garmentId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "state" "ImportPictureState" NOT NULL DEFAULT 'WAITING',
    "reason" TEXT,

    CONSTRAINT "ImportPicture_pkey" PRIMARY KEY ("runId","position","place")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportRun_storageKey_key" ON "ImportRun"("storageKey");

-- CreateIndex
CREATE INDEX "ImportRun_shopId_id_idx" ON "ImportRun"("shopId", "id" DESC);

-- CreateIndex
CREATE INDEX "ImportRun_creatorId_idx" ON "ImportRun"("creatorId");

-- CreateIndex
CREATE INDEX "ImportItem_runId_action_position_idx" ON "ImportItem"("runId", "action", "position");

-- CreateIndex
CREATE INDEX "ImportItem_runId_outcome_position_idx" ON "ImportItem"("runId", "outcome", "position");

-- CreateIndex
CREATE INDEX "ImportItem_runId_importKey_idx" ON "ImportItem"("runId", "importKey");

-- CreateIndex
CREATE INDEX "ImportItem_runId_productType_idx" ON "ImportItem"("runId", "productType");

-- CreateIndex
CREATE INDEX "ImportPicture_runId_state_position_idx" ON "ImportPicture"("runId", "state", "position");

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportPicture" ADD CONSTRAINT "ImportPicture_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;
