import 'server-only';
import { caseSignature } from '#lib/domain/provider-signature.ts';
import { type Resolution, type ReviewCause, resolutions } from '#lib/domain/review-case.ts';
import type { Db } from '#lib/server/db.ts';
import { kept } from '#lib/server/kept-statements.ts';

export interface NewCase {
  tryOnId: string;
  shopId: string;
  garmentId: string;
  cause: ReviewCause;
  errorClass: string;
  providerText: string | null;
}

const reopened = {
  status: 'OPEN',
  resolution: null,
  resolvedById: null,
  resolvedAt: null,
  version: { increment: 1 },
} as const;

/**
 * The case of a try-on that ended badly; one a try-on, and the last word stands. It is open, also where
 * somebody has closed a warning that it was late.
 */
export async function openCaseOf(tx: Db, { tryOnId, ...said }: NewCase): Promise<void> {
  const { shopId, garmentId, cause, errorClass } = said;
  const signature = caseSignature(errorClass, said.providerText);
  await tx.reviewCase.upsert({
    where: { tryOnId },
    create: { tryOnId, shopId, garmentId, cause, errorClass, signature },
    update: { ...reopened, cause, errorClass, signature },
    select: { id: true },
  });
  await refreshCaseSearch(tx, [tryOnId]);
}

/** The shopper objects: the case is open, whoever had closed it. */
export async function openCaseForAppeal(tx: Db, { tryOnId, ...said }: NewCase): Promise<void> {
  const { shopId, garmentId, cause, errorClass } = said;
  const signature = caseSignature(errorClass, said.providerText);
  await tx.reviewCase.upsert({
    where: { tryOnId },
    create: { tryOnId, shopId, garmentId, cause, errorClass, signature, appeal: 'OPEN' },
    update: { ...reopened, appeal: 'OPEN' },
    select: { id: true },
  });
  await refreshCaseSearch(tx, [tryOnId]);
}

/** A look that somebody complains of. Whatever the case was about before, it is about that now. */
export async function openCaseForReport(
  tx: Db,
  { tryOnId, shopId, garmentId }: Pick<NewCase, 'tryOnId' | 'shopId' | 'garmentId'>,
  more: 0 | 1,
): Promise<void> {
  const reported = { cause: 'reported', errorClass: null, signature: 'reported' } as const;
  await tx.reviewCase.upsert({
    where: { tryOnId },
    create: { tryOnId, shopId, garmentId, ...reported, reports: 1 },
    update: { ...reopened, ...reported, reports: { increment: more } },
    select: { id: true },
  });
  await refreshCaseSearch(tx, [tryOnId]);
}

/**
 * What shoppers wrote goes with what they wrote about; nobody waits for an answer any more, and an answer
 * that was given cannot be taken back.
 */
export async function forgetShoppersWords(tx: Db, tryOnIds: string[]): Promise<void> {
  const written = { where: { tryOnId: { in: tryOnIds } } };
  const appeals = await tx.appeal.deleteMany(written);
  const reports = await tx.feedback.deleteMany(written);
  if (appeals.count + reports.count === 0) return;
  await tx.reviewCase.updateMany({
    where: { tryOnId: { in: tryOnIds }, appeal: { not: null } },
    data: { appeal: null, version: { increment: 1 } },
  });
  await refreshCaseSearch(tx, tryOnIds);
}

/**
 * Writes anew what these cases are found by: ids, class, the provider's words, garment, shop, the
 * shopper's appeal and reports, the admins' notes.
 */
export async function refreshCaseSearch(tx: Db, tryOnIds: string[]): Promise<void> {
  // Prisma cannot set a column from others.
  await tx.$executeRaw`
    UPDATE "ReviewCase" c SET "searchText" = lower(concat_ws(' ',
      t."id", t."requestId", c."errorClass", t."providerText", g."title", s."name", a."text", a."answer",
      (SELECT string_agg(concat_ws(' ', f."kind", f."text"), ' ') FROM "Feedback" f WHERE f."tryOnId" = t."id"),
      (SELECT string_agg(n."text", ' ') FROM "CaseNote" n WHERE n."caseId" = c."id")))
    FROM "TryOn" t
      JOIN "Garment" g ON g."id" = t."garmentId"
      JOIN "Shop" s ON s."id" = t."shopId"
      LEFT JOIN "Appeal" a ON a."tryOnId" = t."id"
    WHERE t."id" = c."tryOnId" AND c."tryOnId" = ANY(${tryOnIds})`;
}

/**
 * Opens a case for each try-on that is under way since before `before` and has none; answers whose. In a
 * transaction: they are held, and what moves just now is left out, or its case would be opened after the
 * move that closes it.
 */
export async function openCasesForLate(tx: Db, before: Date): Promise<string[]> {
  const late = await tx.$queryRaw<{ id: string; shopId: string; garmentId: string }[]>`
    SELECT t.id, t."shopId", t."garmentId" FROM "TryOn" t
    WHERE t.state IN ('running', 'saving') AND t."submittedAt" <= ${before}
      AND NOT EXISTS (SELECT FROM "ReviewCase" c WHERE c."tryOnId" = t.id)
    LIMIT 200 FOR NO KEY UPDATE OF t SKIP LOCKED`;
  const opened = await tx.reviewCase.createManyAndReturn({
    data: late.map(({ id, shopId, garmentId }) => ({
      tryOnId: id,
      shopId,
      garmentId,
      cause: 'late' as const,
      errorClass: 'result_expired',
      signature: 'late',
    })),
    skipDuplicates: true,
    select: { tryOnId: true },
  });
  const tryOnIds = opened.map(({ tryOnId }) => tryOnId);
  if (tryOnIds.length > 0) await refreshCaseSearch(tx, tryOnIds);
  return tryOnIds;
}

/** Closes a case by itself, if there is an open one. */
export async function closeCaseOf(
  tx: Db,
  tryOnId: string,
  resolution: Resolution,
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    ${kept} UPDATE "ReviewCase" SET status = 'RESOLVED', resolution = ${resolution},
      "resolvedAt" = ${now}, version = version + 1
    WHERE "tryOnId" = ${tryOnId} AND status = 'OPEN'`;
}

/** The column is text, so that a resolution can be retired without a migration. */
export const asResolution = (value: string | null): Resolution | null =>
  resolutions.find((one) => one === value) ?? null;

export async function findCaseId(db: Db, tryOnId: string): Promise<string | null> {
  const row = await db.reviewCase.findUnique({ where: { tryOnId }, select: { id: true } });
  return row?.id ?? null;
}
