import 'server-only';
import type { CaseRow } from '#lib/contracts/review.ts';
import type { CaseOrder } from '#lib/domain/case-query.ts';
import { withoutSecrets } from '#lib/domain/redact.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { asErrorClass } from './own-try-ons.ts';
import { asResolution } from './review-cases.ts';

export const nameSelect = {
  id: true,
  name: true,
  email: true,
  isGuest: true,
} satisfies Prisma.UserSelect;

type NameRow = Prisma.UserGetPayload<{ select: typeof nameSelect }>;

export const nameOf = ({ name, email, isGuest }: NameRow): string =>
  name ?? email ?? (isGuest ? 'A guest' : 'Somebody without a name');

export const caseRowSelect = {
  id: true,
  version: true,
  status: true,
  cause: true,
  errorClass: true,
  signature: true,
  appeal: true,
  reports: true,
  resolution: true,
  createdAt: true,
  assignee: { select: nameSelect },
  shop: { select: { slug: true, name: true } },
  garment: { select: { slug: true, title: true } },
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
      retries: { select: { id: true, state: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  },
} satisfies Prisma.ReviewCaseSelect;

type Row = Prisma.ReviewCaseGetPayload<{ select: typeof caseRowSelect }>;

export function toCaseRow(row: Row): CaseRow {
  const { tryOn, assignee, errorClass, resolution, shop, garment } = row;
  return {
    tryOnId: tryOn.id,
    version: row.version,
    status: row.status,
    cause: row.cause,
    state: tryOn.state,
    errorClass: errorClass === null ? null : asErrorClass(errorClass),
    signature: row.signature,
    appeal: row.appeal,
    reports: row.reports,
    requestId: tryOn.requestId,
    providerText: tryOn.providerText && withoutSecrets(tryOn.providerText),
    providerHttp: tryOn.providerHttp,
    garment: { slug: garment.slug, title: garment.title },
    shop: { slug: shop.slug, name: shop.name },
    subject: tryOn.houseModelId ? 'house-model' : 'photo',
    assignee: assignee && { id: assignee.id, name: nameOf(assignee) },
    resolution: asResolution(resolution),
    openedAt: row.createdAt.toISOString(),
    createdAt: tryOn.createdAt.toISOString(),
    finishedAt: tryOn.finishedAt?.toISOString() ?? null,
    retry: tryOn.retries[0] ?? null,
  };
}

/** A page of cases behind the one that `cursor` names. Ids are UUID v7: their order is that of opening. */
export async function listCaseRows(
  db: Db,
  where: Prisma.ReviewCaseWhereInput,
  { order, cursor, limit }: { order: CaseOrder; cursor?: string; limit: number },
): Promise<{ id: string; row: CaseRow }[]> {
  const rows = await db.reviewCase.findMany({
    where: cursor ? { AND: [where, behind(cursor, order)] } : where,
    orderBy: { id: order === 'newest' ? 'desc' : 'asc' },
    take: limit,
    select: caseRowSelect,
  });
  return rows.map((row) => ({ id: row.id, row: toCaseRow(row) }));
}

/** The case next to this one in a list, as the id of its try-on. */
export async function findNextCase(
  db: Db,
  where: Prisma.ReviewCaseWhereInput,
  { caseId, order }: { caseId: string; order: CaseOrder },
): Promise<string | null> {
  const next = await db.reviewCase.findFirst({
    where: { AND: [where, behind(caseId, order)] },
    orderBy: { id: order === 'newest' ? 'desc' : 'asc' },
    select: { tryOnId: true },
  });
  return next?.tryOnId ?? null;
}

const behind = (id: string, order: CaseOrder) => ({
  id: order === 'newest' ? { lt: id } : { gt: id },
});
