import 'server-only';
import type { ReviewCaseView } from '#lib/contracts/admin.ts';
import { ADMIN_NOTES } from '#lib/domain/admin-notes.ts';
import { TRY_ON_ERRORS } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { asErrorClass } from './try-ons.ts';

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
  const rule = TRY_ON_ERRORS[code];
  return {
    tryOnId: tryOn.id,
    state: tryOn.state,
    errorClass: code,
    errorTitle: rule.shopper.title,
    adminNote: ADMIN_NOTES[code],
    status,
    requestId: tryOn.requestId,
    providerText: tryOn.providerText,
    providerHttp: tryOn.providerHttp,
    garment: tryOn.garment,
    shop: tryOn.shop.name,
    subject: tryOn.houseModelId ? 'house-model' : 'photo',
    createdAt: tryOn.createdAt.toISOString(),
    finishedAt: (tryOn.finishedAt ?? tryOn.createdAt).toISOString(),
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
