-- CreateEnum
CREATE TYPE "TryOnLane" AS ENUM ('SHOPPER', 'BULK');

-- DropIndex
DROP INDEX "TryOn_nextActionAt_idx";

-- AlterTable
ALTER TABLE "ProviderGate" DROP COLUMN "closedReason",
ADD COLUMN     "pauseNote" TEXT,
ADD COLUMN     "pausedById" TEXT,
ADD COLUMN     "pausedReason" TEXT,
ADD COLUMN     "pausedSince" TIMESTAMP(3),
ADD COLUMN     "probeAt" TIMESTAMP(3),
ADD COLUMN     "probes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "strikes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "turn" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "dailyTryOns" INTEGER,
ADD COLUMN     "lastTurn" BIGINT NOT NULL DEFAULT 0;

-- AlterTable: the same figure under a truer name
ALTER TABLE "TryOn" RENAME COLUMN "inferenceSeconds" TO "providerSeconds";

-- AlterTable
ALTER TABLE "TryOn" ADD COLUMN     "costMicros" INTEGER,
ADD COLUMN     "pendingAt" TIMESTAMP(3),
ADD COLUMN     "lane" "TryOnLane" NOT NULL DEFAULT 'SHOPPER',
ADD COLUMN     "turn" BIGINT NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "TryOn_state_nextActionAt_idx" ON "TryOn"("state", "nextActionAt");

-- CreateIndex
CREATE INDEX "TryOn_state_lane_turn_idx" ON "TryOn"("state", "lane", "turn");

-- CreateIndex
CREATE INDEX "TryOn_houseModelId_garmentImageId_idx" ON "TryOn"("houseModelId", "garmentImageId");
