-- Partial indexes, which schema.prisma cannot say: they hold little beside what retention looks for.

-- CreateIndex
CREATE INDEX "Media_looks_createdAt_idx" ON "Media"("createdAt", "id") WHERE "storageKey" LIKE 'looks/%';

-- CreateIndex
CREATE INDEX "TryOn_providerText_finishedAt_idx" ON "TryOn"("finishedAt", "id") WHERE "providerText" IS NOT NULL;

-- How far an earlier version had come; the index knows.
DELETE FROM "Setting" WHERE "key" = 'retention.provider-texts';
