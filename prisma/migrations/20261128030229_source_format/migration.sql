-- AlterTable
ALTER TABLE "Garment" ADD COLUMN     "sourceFormat" TEXT;
