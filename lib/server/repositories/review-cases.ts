import 'server-only';
import type { ReviewCaseView } from '#lib/contracts/admin.ts';
import { ADMIN_NOTES, LATE_NOTE } from '#lib/domain/admin-notes.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { tryOnProblemWords } from '#lib/words/try-on-problems.ts';
import { asErrorClass } from './own-try-ons.ts';

/** The case of a try-on that ended badly, or may; one a try-on, and the last word stands. */
export async function openCaseOf(tx: Db, tryOnId: string, errorClass: string): Promise<void> {
  await tx.reviewCase.upsert({
    where: { tryOnId },
    create: { tryOnId, errorClass },
    update: { errorClass },
    select: { id: true },
  });
}

/** Opens a case for each try-on that is under way since before `before` and has none; answers whose. */
export async function openCasesForLate(db: Db, before: Date): Promise<string[]> {
  const late = await db.tryOn.findMany({
    where: { state: { in: ['running', 'saving'] }, submittedAt: { lte: before }, reviewCase: null },
    take: 200,
    select: { id: true },
  });
  const opened = await db.reviewCase.createManyAndReturn({
    data: late.map(({ id }) => ({ tryOnId: id, errorClass: 'result_expired' })),
    skipDuplicates: true,
    select: { tryOnId: true },
  });
  return opened.map(({ tryOnId }) => tryOnId);
}

/** Closes a case by itself, if there is an open one. */
export async function closeCaseOf(
  tx: Db,
  tryOnId: string,
  resolution: string,
  now: Date,
): Promise<void> {
  await tx.reviewCase.updateMany({
    where: { tryOnId, status: 'OPEN' },
    data: { status: 'RESOLVED', resolution, resolvedAt: now },
  });
}

const caseSelect = {
  id: true,
  status: true,
  errorClass: true,
  tryOn: {
    select: {
      id: true,
      state: true,
      requestId: true,
      providerText: true,
      providerHttp: true,
      houseModelId: true,
      createdAt: true,
      finishedAt: true,
      garment: { select: { slug: true, title: true } },
      shop: { select: { name: true } },
      retries: { select: { id: true, state: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  },
} satisfies Prisma.ReviewCaseSelect;

type CaseRow = Prisma.ReviewCaseGetPayload<{ select: typeof caseSelect }>;

function toCase({ status, errorClass, tryOn }: CaseRow): ReviewCaseView {
  const code = asErrorClass(errorClass);
  const late = !isFinal(tryOn.state);
  return {
    tryOnId: tryOn.id,
    state: tryOn.state,
    errorClass: code,
    errorTitle: tryOnProblemWords[code].title,
    adminNote: late ? LATE_NOTE : ADMIN_NOTES[code],
    status,
    requestId: tryOn.requestId,
    providerText: tryOn.providerText,
    providerHttp: tryOn.providerHttp,
    garment: tryOn.garment,
    shop: tryOn.shop.name,
    subject: tryOn.houseModelId ? 'house-model' : 'photo',
    createdAt: tryOn.createdAt.toISOString(),
    finishedAt: tryOn.finishedAt?.toISOString() ?? null,
    retry: tryOn.retries[0] ?? null,
  };
}

/** Open cases, newest first; ids are UUID v7. */
export async function listOpenCases(
  db: Db,
  {
    state,
    cursor,
    limit,
  }: { state?: 'failed' | 'blocked' | 'expired' | 'unknown'; cursor?: string; limit: number },
): Promise<{ id: string; view: ReviewCaseView }[]> {
  const rows = await db.reviewCase.findMany({
    where: {
      status: 'OPEN',
      ...(state ? { tryOn: { state } } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: caseSelect,
  });
  return rows.map((row) => ({ id: row.id, view: toCase(row) }));
}
