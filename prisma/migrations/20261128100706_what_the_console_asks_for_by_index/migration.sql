-- CreateIndex
CREATE INDEX "AuditEntry_subjectId_id_idx" ON "AuditEntry"("subjectId", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_errorClass_signature_idx" ON "ReviewCase"("errorClass", "signature");

-- CreateIndex
CREATE INDEX "ReviewCase_signature_trigrams" ON "ReviewCase" USING GIN ("signature" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "TryOn_shopId_createdAt_costMicros_idx" ON "TryOn"("shopId", "createdAt", "costMicros");

-- CreateIndex
CREATE INDEX "User_role_id_idx" ON "User"("role", "id" DESC);

-- CreateIndex
CREATE INDEX "User_isGuest_id_idx" ON "User"("isGuest", "id" DESC);

-- CreateIndex
CREATE INDEX "User_suspendedAt_idx" ON "User"("suspendedAt");

-- CreateIndex
CREATE INDEX "User_name_trigrams" ON "User" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "User_email_trigrams" ON "User" USING GIN ("email" gin_trgm_ops);
