-- DropIndex
DROP INDEX "TryOn_state_nextActionAt_idx";

-- CreateIndex
CREATE INDEX "TryOn_state_lane_nextActionAt_idx" ON "TryOn"("state", "lane", "nextActionAt");
