-- AlterTable
ALTER TABLE "GarmentVariant" ADD COLUMN     "retiredAt" TIMESTAMP(3);
