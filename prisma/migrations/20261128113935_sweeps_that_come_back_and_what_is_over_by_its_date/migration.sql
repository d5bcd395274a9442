-- AlterTable
ALTER TABLE "Media" ADD COLUMN     "sweepAt" TIMESTAMP(3),
ADD COLUMN     "sweepTries" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Photo_deletedAt_lastUsedAt_idx" ON "Photo"("deletedAt", "lastUsedAt");

-- CreateIndex
CREATE INDEX "ShareLink_expiresAt_idx" ON "ShareLink"("expiresAt");
