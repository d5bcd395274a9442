-- AlterTable
ALTER TABLE "Garment" ADD COLUMN     "unfetched" JSONB;
