import 'server-only';
import type { DecisionKind } from '#lib/domain/case-decision.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** Cases under decision, and the decisions themselves. */

/** What every decision may change of a case, and every undo puts back. */
const stateSelect = {
  status: true,
  resolution: true,
  resolvedById: true,
  resolvedAt: true,
  assigneeId: true,
  appeal: true,
} satisfies Prisma.ReviewCaseSelect;

const caseSelect = {
  id: true,
  tryOnId: true,
  shopId: true,
  garmentId: true,
  version: true,
  ...stateSelect,
  tryOn: { select: { userId: true, state: true, forShop: true } },
} satisfies Prisma.ReviewCaseSelect;

export type CaseInHand = Prisma.ReviewCaseGetPayload<{ select: typeof caseSelect }>;
export type CaseState = Prisma.ReviewCaseGetPayload<{ select: typeof stateSelect }>;

export const stateOf = ({
  status,
  resolution,
  resolvedById,
  resolvedAt,
  assigneeId,
  appeal,
}: CaseState): CaseState => ({ status, resolution, resolvedById, resolvedAt, assigneeId, appeal });

/** Holds the try-on and its case to the end of the transaction, in the order in which a move does. */
export async function lockCase(tx: Db, tryOnId: string): Promise<CaseInHand | null> {
  await tx.$queryRaw`SELECT id FROM "TryOn" WHERE id = ${tryOnId} FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT id FROM "ReviewCase" WHERE "tryOnId" = ${tryOnId} FOR UPDATE`;
  return tx.reviewCase.findUnique({ where: { tryOnId }, select: caseSelect });
}

/** Of a case that is held. Answers the new version. */
export async function changeCase(tx: Db, id: string, change: Partial<CaseState>): Promise<number> {
  const { version } = await tx.reviewCase.update({
    where: { id },
    data: { ...change, version: { increment: 1 } },
    select: { version: true },
  });
  return version;
}

export async function recordDecision(
  tx: Db,
  decision: {
    caseId: string;
    actorId: string;
    kind: DecisionKind;
    before: Prisma.InputJsonObject;
    versionAfter: number;
    at: Date;
  },
): Promise<void> {
  await tx.caseDecision.create({ data: decision, select: { id: true } });
}

/** The decision that can be taken back: nothing has come to the case since. */
export async function findLastDecision(tx: Db, { id, version }: { id: string; version: number }) {
  return tx.caseDecision.findFirst({
    where: { caseId: id, versionAfter: version, undoneAt: null },
    orderBy: { id: 'desc' },
    select: { id: true, kind: true, before: true },
  });
}

export async function markUndone(tx: Db, id: string, undoneAt: Date): Promise<void> {
  await tx.caseDecision.update({ where: { id }, data: { undoneAt }, select: { id: true } });
}

/** Who brought a case to this version: null when it was no admin. */
export async function findWhoChanged(
  tx: Db,
  { tryOnId, version }: { tryOnId: string; version: number },
): Promise<{ name: string; action: string; at: Date } | null> {
  const entry = await tx.auditEntry.findFirst({
    where: {
      subjectType: 'try-on',
      subjectId: tryOnId,
      detail: { path: ['version'], equals: version },
    },
    orderBy: { id: 'desc' },
    select: { actorId: true, action: true, at: true },
  });
  if (!entry) return null;
  const actor = await tx.user.findUnique({
    where: { id: entry.actorId },
    select: { name: true, email: true },
  });
  return {
    name: actor?.name ?? actor?.email ?? 'Somebody',
    action: entry.action,
    at: entry.at,
  };
}

export async function createNote(
  tx: Db,
  note: { caseId: string; authorId: string; text: string },
): Promise<string> {
  const { id } = await tx.caseNote.create({ data: note, select: { id: true } });
  return id;
}

/** @param authorId whose it must be, where that matters. False when there is none. */
export async function deleteNote(
  tx: Db,
  note: { id: string; caseId: string; authorId?: string },
): Promise<boolean> {
  return (await tx.caseNote.deleteMany({ where: note })).count === 1;
}

/** Those who can be given a case. */
export async function listAdmins(db: Db): Promise<{ id: string; name: string }[]> {
  const rows = await db.user.findMany({
    where: { role: 'ADMIN', suspendedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, email: true },
  });
  return rows.map(({ id, name, email }) => ({ id, name: name ?? email ?? 'An admin' }));
}

export async function isAdmin(db: Db, id: string): Promise<boolean> {
  return (await db.user.count({ where: { id, role: 'ADMIN', suspendedAt: null } })) === 1;
}
