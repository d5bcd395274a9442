-- AlterTable
ALTER TABLE "AlertState" ADD COLUMN     "endedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "OpsLastHour" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "succeeded" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "blocked" INTEGER NOT NULL,
    "expired" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "cancelled" INTEGER NOT NULL,
    "costMicros" BIGINT NOT NULL,
    "waiting" INTEGER[],
    "rendering" INTEGER[],
    "saving" INTEGER[],
    "whole" INTEGER[],

    CONSTRAINT "OpsLastHour_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Appeal_state_createdAt_idx" ON "Appeal"("state", "createdAt");
