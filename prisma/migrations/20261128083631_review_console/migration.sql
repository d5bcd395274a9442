-- CreateEnum
CREATE TYPE "ReviewCause" AS ENUM ('failed', 'blocked', 'unknown', 'expired', 'late', 'reported');

-- CreateEnum
CREATE TYPE "AppealState" AS ENUM ('OPEN', 'UPHELD', 'OVERTURNED');

-- CreateEnum
CREATE TYPE "FeedbackKind" AS ENUM ('changed_body', 'wrong_garment', 'too_revealing', 'face_changed', 'other');

-- CreateEnum
CREATE TYPE "BulkRetryState" AS ENUM ('running', 'stopped', 'done');

-- CreateEnum
CREATE TYPE "BulkRetryItemState" AS ENUM ('waiting', 'retried', 'left_out');

-- DropIndex
DROP INDEX "ReviewCase_status_createdAt_id_idx";

-- AlterTable
ALTER TABLE "GarmentSpan" ADD COLUMN     "complaints" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ReviewCase" ADD COLUMN     "appeal" "AppealState",
ADD COLUMN     "cause" "ReviewCause",
ADD COLUMN     "garmentId" TEXT,
ADD COLUMN     "reports" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "shopId" TEXT,
ADD COLUMN     "signature" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "errorClass" DROP NOT NULL;

-- The cases that there are: what the queue reads stands in the case now. Their words are normalised as
-- lib/domain/provider-signature.ts does it, near enough to be grouped.
UPDATE "ReviewCase" c SET
  "shopId" = t."shopId",
  "garmentId" = t."garmentId",
  "cause" = CASE WHEN t."state" IN ('failed', 'blocked', 'unknown', 'expired') THEN t."state"::text::"ReviewCause" ELSE 'late' END,
  "signature" = c."errorClass" || ': ' || left(trim(regexp_replace(regexp_replace(regexp_replace(
    lower(coalesce(t."providerText", '')), 'https?://[^\s"''<>]+', '…', 'g'),
    '[0-9a-f]{8}-[0-9a-f-]{27}|\m(?=[0-9a-f]*[0-9])[0-9a-f]{8,}\M|[0-9]+', '#', 'g'), '\s+', ' ', 'g')), 300),
  "searchText" = lower(concat_ws(' ', t."id", t."requestId", c."errorClass", t."providerText", g."title", s."name"))
FROM "TryOn" t JOIN "Garment" g ON g."id" = t."garmentId" JOIN "Shop" s ON s."id" = t."shopId"
WHERE t."id" = c."tryOnId";

ALTER TABLE "ReviewCase" ALTER COLUMN "cause" SET NOT NULL,
ALTER COLUMN "garmentId" SET NOT NULL,
ALTER COLUMN "shopId" SET NOT NULL;

-- AlterTable
ALTER TABLE "Shop" ADD COLUMN     "suspendedAt" TIMESTAMP(3),
ADD COLUMN     "suspendedReason" TEXT;

-- AlterTable
ALTER TABLE "ShopDay" ADD COLUMN     "complaints" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "dailyTryOns" INTEGER,
ADD COLUMN     "suspendedReason" TEXT;

-- CreateTable
CREATE TABLE "CaseNote" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "authorId" TEXT,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseDecision" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "actorId" TEXT,
    "kind" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "versionAfter" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "CaseDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "tryOnId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "AppealState" NOT NULL DEFAULT 'OPEN',
    "answer" TEXT,
    "answeredById" TEXT,
    "retryId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feedback" (
    "id" TEXT NOT NULL,
    "tryOnId" TEXT NOT NULL,
    "kind" "FeedbackKind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkRetry" (
    "id" TEXT NOT NULL,
    "creatorId" TEXT,
    "filter" JSONB NOT NULL,
    "perMinute" INTEGER NOT NULL,
    "state" "BulkRetryState" NOT NULL DEFAULT 'running',
    "round" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "BulkRetry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkRetryItem" (
    "bulkId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "tryOnId" TEXT NOT NULL,
    "state" "BulkRetryItemState" NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "retryId" TEXT,

    CONSTRAINT "BulkRetryItem_pkey" PRIMARY KEY ("bulkId","position")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TextRule" (
    "id" TEXT NOT NULL,
    "phrase" TEXT NOT NULL,
    "errorClass" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredById" TEXT,
    "retiredAt" TIMESTAMP(3),

    CONSTRAINT "TextRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefiledTryOn" (
    "ruleId" TEXT NOT NULL,
    "tryOnId" TEXT NOT NULL,
    "classBefore" TEXT NOT NULL,
    "stateBefore" "TryOnState" NOT NULL,

    CONSTRAINT "RefiledTryOn_pkey" PRIMARY KEY ("ruleId","tryOnId")
);

-- CreateTable
CREATE TABLE "WorkerBeat" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WorkerBeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpsSample" (
    "minute" TIMESTAMP(3) NOT NULL,
    "queued" INTEGER NOT NULL,
    "oldestSeconds" INTEGER NOT NULL,
    "underWay" INTEGER NOT NULL,
    "nearHour" INTEGER NOT NULL,
    "workers" INTEGER NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "credits" DOUBLE PRECISION,
    "paused" BOOLEAN NOT NULL,

    CONSTRAINT "OpsSample_pkey" PRIMARY KEY ("minute")
);

-- CreateTable
CREATE TABLE "OpsHour" (
    "hour" TIMESTAMP(3) NOT NULL,
    "succeeded" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "expired" INTEGER NOT NULL DEFAULT 0,
    "unknown" INTEGER NOT NULL DEFAULT 0,
    "cancelled" INTEGER NOT NULL DEFAULT 0,
    "costMicros" BIGINT NOT NULL DEFAULT 0,
    "waiting" INTEGER[],
    "rendering" INTEGER[],
    "saving" INTEGER[],
    "whole" INTEGER[],

    CONSTRAINT "OpsHour_pkey" PRIMARY KEY ("hour")
);

-- CreateTable
CREATE TABLE "AlertState" (
    "rule" TEXT NOT NULL,
    "since" TIMESTAMP(3),
    "toldAt" TIMESTAMP(3),
    "value" DOUBLE PRECISION,

    CONSTRAINT "AlertState_pkey" PRIMARY KEY ("rule")
);

-- CreateTable
CREATE TABLE "ConsentText" (
    "version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsentText_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE INDEX "CaseNote_caseId_id_idx" ON "CaseNote"("caseId", "id");

-- CreateIndex
CREATE INDEX "CaseDecision_caseId_id_idx" ON "CaseDecision"("caseId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_tryOnId_key" ON "Appeal"("tryOnId");

-- CreateIndex
CREATE INDEX "Appeal_answeredById_idx" ON "Appeal"("answeredById");

-- CreateIndex
CREATE INDEX "Appeal_retryId_idx" ON "Appeal"("retryId");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_tryOnId_kind_key" ON "Feedback"("tryOnId", "kind");

-- CreateIndex
CREATE INDEX "BulkRetry_createdAt_idx" ON "BulkRetry"("createdAt");

-- CreateIndex
CREATE INDEX "BulkRetryItem_bulkId_state_position_idx" ON "BulkRetryItem"("bulkId", "state", "position");

-- CreateIndex
CREATE INDEX "BulkRetryItem_tryOnId_idx" ON "BulkRetryItem"("tryOnId");

-- CreateIndex
CREATE INDEX "BulkRetryItem_retryId_idx" ON "BulkRetryItem"("retryId");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_userId_name_key" ON "SavedView"("userId", "name");

-- CreateIndex
CREATE INDEX "TextRule_retiredAt_idx" ON "TextRule"("retiredAt");

-- CreateIndex
CREATE INDEX "RefiledTryOn_tryOnId_idx" ON "RefiledTryOn"("tryOnId");

-- CreateIndex
CREATE INDEX "WorkerBeat_seenAt_idx" ON "WorkerBeat"("seenAt");

-- CreateIndex
CREATE INDEX "ConsentText_createdAt_idx" ON "ConsentText"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_action_id_idx" ON "AuditEntry"("action", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "ReviewCase_status_id_idx" ON "ReviewCase"("status", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_status_cause_id_idx" ON "ReviewCase"("status", "cause", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_status_errorClass_id_idx" ON "ReviewCase"("status", "errorClass", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_status_assigneeId_id_idx" ON "ReviewCase"("status", "assigneeId", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_status_appeal_id_idx" ON "ReviewCase"("status", "appeal", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_signature_id_idx" ON "ReviewCase"("signature", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_shopId_id_idx" ON "ReviewCase"("shopId", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_garmentId_id_idx" ON "ReviewCase"("garmentId", "id" DESC);

-- CreateIndex
CREATE INDEX "ReviewCase_searchText_trigrams" ON "ReviewCase" USING GIN ("searchText" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "ReviewCase" ADD CONSTRAINT "ReviewCase_shopId_fkey" FOREIGN KEY ("shopId") REFERENCES "Shop"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewCase" ADD CONSTRAINT "ReviewCase_garmentId_fkey" FOREIGN KEY ("garmentId") REFERENCES "Garment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ReviewCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseNote" ADD CONSTRAINT "CaseNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ReviewCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_tryOnId_fkey" FOREIGN KEY ("tryOnId") REFERENCES "TryOn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_retryId_fkey" FOREIGN KEY ("retryId") REFERENCES "TryOn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_tryOnId_fkey" FOREIGN KEY ("tryOnId") REFERENCES "TryOn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRetry" ADD CONSTRAINT "BulkRetry_creatorId_fkey" FOREIGN KEY ("creatorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRetryItem" ADD CONSTRAINT "BulkRetryItem_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "BulkRetry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRetryItem" ADD CONSTRAINT "BulkRetryItem_tryOnId_fkey" FOREIGN KEY ("tryOnId") REFERENCES "TryOn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkRetryItem" ADD CONSTRAINT "BulkRetryItem_retryId_fkey" FOREIGN KEY ("retryId") REFERENCES "TryOn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextRule" ADD CONSTRAINT "TextRule_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextRule" ADD CONSTRAINT "TextRule_retiredById_fkey" FOREIGN KEY ("retiredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefiledTryOn" ADD CONSTRAINT "RefiledTryOn_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "TextRule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefiledTryOn" ADD CONSTRAINT "RefiledTryOn_tryOnId_fkey" FOREIGN KEY ("tryOnId") REFERENCES "TryOn"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsentText" ADD CONSTRAINT "ConsentText_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was done stays written down: the application can add to it and do nothing else.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log can only be added to.' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER "AuditEntry_only_added_to" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "AuditEntry_never_emptied" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
