-- CreateEnum
CREATE TYPE "VisitStep" AS ENUM ('view', 'open', 'choose', 'ask', 'look', 'bag', 'bag_after_look', 'order');

-- CreateEnum
CREATE TYPE "HoldOutArm" AS ENUM ('shown', 'hidden');

-- CreateTable
CREATE TABLE "Visit" (
    "garmentId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "visitor" UUID NOT NULL,
    "step" "VisitStep" NOT NULL,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("garmentId","day","visitor","step")
);

-- CreateTable
CREATE TABLE "GarmentSpan" (
    "garmentId" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "start" DATE NOT NULL,
    "shopId" TEXT NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,
    "opens" INTEGER NOT NULL DEFAULT 0,
    "choices" INTEGER NOT NULL DEFAULT 0,
    "asks" INTEGER NOT NULL DEFAULT 0,
    "looks" INTEGER NOT NULL DEFAULT 0,
    "bags" INTEGER NOT NULL DEFAULT 0,
    "bagsAfterLook" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "tryOns" INTEGER NOT NULL DEFAULT 0,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "costMicros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "GarmentSpan_pkey" PRIMARY KEY ("garmentId","days","start")
);

-- CreateTable
CREATE TABLE "ShopDay" (
    "shopId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "category" "GarmentCategory" NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,
    "opens" INTEGER NOT NULL DEFAULT 0,
    "choices" INTEGER NOT NULL DEFAULT 0,
    "asks" INTEGER NOT NULL DEFAULT 0,
    "looks" INTEGER NOT NULL DEFAULT 0,
    "bags" INTEGER NOT NULL DEFAULT 0,
    "bagsAfterLook" INTEGER NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "tryOns" INTEGER NOT NULL DEFAULT 0,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "costMicros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ShopDay_pkey" PRIMARY KEY ("shopId","day","category")
);

-- CreateTable
CREATE TABLE "HoldOut" (
    "id" TEXT NOT NULL,
    "shopId" TEXT NOT NULL,
    "percent" INTEGER NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "HoldOut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HoldOutCount" (
    "holdOutId" TEXT NOT NULL,
    "arm" "HoldOutArm" NOT NULL,
    "visitors" INTEGER NOT NULL DEFAULT 0,
    "bagged" INTEGER NOT NULL DEFAULT 0,
    "ordered" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "HoldOutCount_pkey" PRIMARY KEY ("holdOutId","arm")
);

-- CreateTable
CREATE TABLE "HoldOutVisitor" (
    "holdOutId" TEXT NOT NULL,
    "visitor" UUID NOT NULL,
    "arm" "HoldOutArm" NOT NULL,
    "bagged" BOOLEAN NOT NULL DEFAULT false,
    "ordered" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "HoldOutVisitor_pkey" PRIMARY KEY ("holdOutId","visitor")
);

-- CreateIndex
CREATE INDEX "Visit_day_idx" ON "Visit"("day");

-- CreateIndex
CREATE INDEX "GarmentSpan_shopId_days_start_idx" ON "GarmentSpan"("shopId", "days", "start");

-- CreateIndex
CREATE INDEX "HoldOut_shopId_id_idx" ON "HoldOut"("shopId", "id" DESC);

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GarmentSpan" ADD CONSTRAINT "GarmentSpan_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShopDay" ADD CONSTRAINT "ShopDay_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldOut" ADD CONSTRAINT "HoldOut_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldOutCount" ADD CONSTRAINT "HoldOutCount_holdOutId_fkey" FOREIGN KEY ("holdOutId") REFERENCES "HoldOut"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldOutVisitor" ADD CONSTRAINT "HoldOutVisitor_holdOutId_fkey" FOREIGN KEY ("holdOutId") REFERENCES "HoldOut"("id") ON DELETE CASCADE ON UPDATE CASCADE;
