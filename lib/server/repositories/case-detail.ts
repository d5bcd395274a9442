import 'server-only';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { ADMIN_NOTES, LATE_NOTE, REPORTED_NOTE } from '#lib/domain/admin-notes.ts';
import { whyNoRetry } from '#lib/domain/retry-refusal.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { problemWords } from '#lib/words/try-on-problems.ts';
import { caseRowSelect, nameOf, nameSelect, toCaseRow } from './case-rows.ts';
import { listCaseEvents } from './case-timeline.ts';
import { mediaUrl } from './media.ts';
import { findTryOnToRepeat } from './try-on-retries.ts';

const detailSelect = {
  ...caseRowSelect,
  garment: { select: { id: true, slug: true, title: true, status: true } },
  notes: {
    select: {
      id: true,
      authorId: true,
      text: true,
      createdAt: true,
      author: { select: nameSelect },
    },
    orderBy: { id: 'asc' },
  },
  decisions: {
    select: {
      kind: true,
      at: true,
      versionAfter: true,
      undoneAt: true,
      actor: { select: nameSelect },
    },
    orderBy: { id: 'desc' },
    take: 1,
  },
  tryOn: {
    select: {
      ...caseRowSelect.tryOn.select,
      category: true,
      steps: true,
      guidance: true,
      seed: true,
      attempts: true,
      forShop: true,
      costMicros: true,
      retryOfId: true,
      submittedAt: true,
      completedAt: true,
      deletedAt: true,
      resultMediaId: true,
      user: { select: { ...nameSelect, suspendedAt: true } },
      photo: { select: { mediaId: true, deletedAt: true } },
      houseModel: { select: { mediaId: true } },
      garmentImage: { select: { mediaId: true } },
      usage: { select: { kind: true } },
      appeal: true,
      feedback: { orderBy: { id: 'asc' } },
    },
  },
} satisfies Prisma.ReviewCaseSelect;

type Row = Prisma.ReviewCaseGetPayload<{ select: typeof detailSelect }>;

/** @param me who looks: her own notes are marked. */
export async function findCaseDetail(
  db: Db,
  tryOnId: string,
  me: string,
): Promise<{ caseId: string; detail: CaseDetail } | null> {
  const row = await db.reviewCase.findUnique({ where: { tryOnId }, select: detailSelect });
  if (!row) return null;
  const { user, appeal, feedback } = row.tryOn;
  const notes = row.notes.map(({ id, authorId, author, text, createdAt }) => ({
    id,
    by: author ? nameOf(author) : 'Somebody whose account is closed',
    mine: authorId === me,
    text,
    at: createdAt.toISOString(),
  }));
  const [tryOns, cases, retryable, timeline] = await Promise.all([
    db.tryOn.count({ where: { userId: user.id, forShop: false } }),
    db.reviewCase.count({ where: { tryOn: { userId: user.id } } }),
    findTryOnToRepeat(db, tryOnId),
    listCaseEvents(db, {
      tryOnId,
      person: { id: user.id, name: nameOf(user) },
      notes,
      appeal,
      feedback,
    }),
  ]);
  const noRetry = retryable ? whyNoRetry(retryable) : 'deleted';
  const detail = { ...toDetail(row, tryOns, cases), noRetry, notes, timeline };
  return { caseId: row.id, detail };
}

function toDetail(
  row: Row,
  tryOns: number,
  cases: number,
): Omit<CaseDetail, 'noRetry' | 'notes' | 'timeline'> {
  const { tryOn } = row;
  const common = toCaseRow(row);
  const { user, appeal, photo, houseModel } = tryOn;
  return {
    ...common,
    garment: row.garment,
    person: {
      id: user.id,
      name: nameOf(user),
      isGuest: user.isGuest,
      suspended: user.suspendedAt !== null,
      tryOns,
      cases,
    },
    forShop: tryOn.forShop,
    parameters: {
      category: tryOn.category,
      steps: tryOn.steps,
      guidance: tryOn.guidance,
      seed: String(tryOn.seed),
    },
    attempts: tryOn.attempts,
    timings: timingsOf(tryOn),
    costMicros: tryOn.costMicros,
    quota: quotaOf(tryOn.usage.map(({ kind }) => kind)),
    told:
      common.errorClass && common.finishedAt && tryOn.state !== 'succeeded'
        ? problemWords(common.errorClass, common.subject)
        : null,
    adminNote: noteOf(common.errorClass, row.cause, isFinal(tryOn.state)),
    retryOf: tryOn.retryOfId,
    appealCase: appeal && {
      text: appeal.text,
      state: appeal.state,
      answer: appeal.answer,
      createdAt: appeal.createdAt.toISOString(),
      answeredAt: appeal.answeredAt?.toISOString() ?? null,
    },
    feedback: tryOn.feedback.map(({ kind, text, createdAt }) => ({
      kind,
      text,
      createdAt: createdAt.toISOString(),
    })),
    undoable: undoableOf(row),
    pictures: {
      photo: photo?.mediaId != null && photo.deletedAt === null && tryOn.deletedAt === null,
      look: tryOn.resultMediaId !== null && tryOn.deletedAt === null,
      garment: mediaUrl(tryOn.garmentImage.mediaId, 320),
      model: houseModel && mediaUrl(houseModel.mediaId, 320),
    },
  };
}

function noteOf(errorClass: CaseDetail['errorClass'], cause: Row['cause'], ended: boolean): string {
  if (!ended) return LATE_NOTE;
  return cause === 'reported' || !errorClass ? REPORTED_NOTE : ADMIN_NOTES[errorClass];
}

/** The last decision, unless it was taken back or something has come after it. */
function undoableOf({ decisions: [last], version }: Row): CaseDetail['undoable'] {
  if (!last || last.undoneAt || last.versionAfter !== version) return null;
  return { kind: last.kind, by: last.actor ? nameOf(last.actor) : '', at: last.at.toISOString() };
}

function quotaOf(kinds: string[]): CaseDetail['quota'] {
  if (kinds.includes('RELEASE')) return 'returned';
  return kinds.includes('CHARGE') ? 'charged' : 'reserved';
}

function timingsOf({
  createdAt,
  submittedAt,
  completedAt,
  finishedAt,
}: Pick<Row['tryOn'], 'createdAt' | 'submittedAt' | 'completedAt' | 'finishedAt'>) {
  const between = (from: Date | null, to: Date | null) =>
    from && to && to >= from ? (to.getTime() - from.getTime()) / 1000 : null;
  return {
    waiting: between(createdAt, submittedAt ?? finishedAt),
    rendering: between(submittedAt, completedAt ?? finishedAt),
    saving: between(completedAt, finishedAt),
  };
}
