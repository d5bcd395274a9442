import 'server-only';
import { caseSignature } from '#lib/domain/provider-signature.ts';
import { fileText, type TextRule } from '#lib/domain/text-rules.ts';
import type { TryOnState } from '#lib/domain/try-on.ts';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import { countEndingAnew } from '#lib/server/figures/count.ts';
import type { Prisma, PrismaClient } from '#lib/server/generated/prisma/client.ts';
import { lockCase } from './case-decisions.ts';
import { asErrorClass } from './own-try-ons.ts';
import { refreshCaseSearch } from './review-cases.ts';
import { noteFiling } from './text-rules.ts';
import { announceTryOnChange } from './try-on-changes.ts';
import { recordEvent } from './try-on-moves.ts';

/**
 * A try-on that has ended is told to have ended otherwise: what the provider said is filed under
 * another class. The machine never does that; a person's rule does. The allowance stands, since every
 * class that words can establish gives it back.
 *
 * One transaction a try-on, like every other move: figures are locked last and let go at once.
 */

type EndState = 'failed' | 'blocked';

const filedSelect = {
  id: true,
  version: true,
  state: true,
  errorClass: true,
  providerText: true,
  userId: true,
  shopId: true,
  garmentId: true,
  forShop: true,
  createdAt: true,
  reviewCase: { select: { status: true, appeal: true, cause: true } },
} satisfies Prisma.TryOnSelect;

type FiledRow = Prisma.TryOnGetPayload<{ select: typeof filedSelect }>;

const endOf = ({ state }: FiledRow): EndState | null =>
  state === 'failed' || state === 'blocked' ? state : null;

const asEnd = (state: TryOnState): EndState => (state === 'blocked' ? 'blocked' : 'failed');

const endWith = (errorClass: TryOnErrorClass): EndState =>
  errorClass === 'content_blocked' ? 'blocked' : 'failed';

/** Somebody weighs an objection to it just now: it stays what was objected to. */
const isAppealed = ({ reviewCase }: FiledRow) =>
  reviewCase?.status === 'OPEN' && reviewCase.appeal === 'OPEN';

/**
 * Files an open case as a rule has it, where that rule is the one that speaks. False when there is
 * nothing to do, or somebody else was first.
 */
export async function refileByRule(
  prisma: PrismaClient,
  tryOnId: string,
  ruleId: string,
  rules: readonly TextRule[],
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    // Whoever decides it just now comes first, or sees what became of it.
    await lockCase(tx, tryOnId);
    const row = await tx.tryOn.findUnique({ where: { id: tryOnId }, select: filedSelect });
    const from = row && endOf(row);
    if (!row || !from || row.reviewCase?.status !== 'OPEN' || isAppealed(row)) return false;
    const filed = await tx.refiledTryOn.findFirst({
      where: { tryOnId },
      select: { classBefore: true, stateBefore: true },
    });
    const before = filed ?? { classBefore: row.errorClass, stateBefore: from };
    const builtIn = asErrorClass(before.classBefore);
    const { errorClass, filedBy } = fileText(row.providerText ?? '', builtIn, rules);
    if (filedBy?.ruleId !== ruleId || errorClass === row.errorClass) return false;
    const to = endWith(errorClass);
    if (!(await write(tx, row, { from, to, errorClass }, { rule: ruleId }))) return false;
    await noteFiling(tx, tryOnId, filedBy, asEnd(before.stateBefore));
    await countAnew(tx, row, from, to);
    return true;
  });
}

/**
 * Undoes what a retired rule has filed, whatever became of the case: it is what it was before any rule,
 * or what the rules in force make of that.
 */
export async function putBack(
  prisma: PrismaClient,
  tryOnId: string,
  ruleId: string,
  rules: readonly TextRule[],
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await lockCase(tx, tryOnId);
    const filing = await tx.refiledTryOn.findUnique({
      where: { ruleId_tryOnId: { ruleId, tryOnId } },
      select: { classBefore: true, stateBefore: true, tryOn: { select: filedSelect } },
    });
    if (!filing) return false;
    const { tryOn: row, classBefore, stateBefore } = filing;
    const from = endOf(row);
    const isBack = row.errorClass === classBefore;
    if (!from || isBack || isAppealed(row)) return false;
    const builtIn = asErrorClass(classBefore);
    const endBefore = asEnd(stateBefore);
    const { errorClass, filedBy } = fileText(row.providerText ?? '', builtIn, rules);
    // It may not have had to file it itself; its own roll-back has to find it.
    if (filedBy) await noteFiling(tx, tryOnId, filedBy, endBefore);
    if (errorClass === row.errorClass) return false;
    const to = filedBy ? endWith(errorClass) : endBefore;
    const detail = { rule: ruleId, undone: 1 };
    if (!(await write(tx, row, { from, to, errorClass }, detail))) return false;
    await countAnew(tx, row, from, to);
    return true;
  });
}

async function write(
  tx: Db,
  row: FiledRow,
  { from, to, errorClass }: { from: EndState; to: EndState; errorClass: TryOnErrorClass },
  detail: Record<string, string | number>,
): Promise<boolean> {
  const { id, version, reviewCase } = row;
  const moved = await tx.tryOn.updateMany({
    where: { id, version, state: from },
    data: { state: to, errorClass, version: { increment: 1 } },
  });
  if (moved.count === 0) return false;
  await recordEvent(tx, id, version + 1, 'refiled', to, {
    ...detail,
    from: row.errorClass ?? 'unclassified',
    errorClass,
  });
  await announceTryOnChange(tx, id, version + 1);
  // What brought it before somebody may be another thing meanwhile: that stays.
  const followsEnd = reviewCase?.cause === 'failed' || reviewCase?.cause === 'blocked';
  await tx.reviewCase.updateMany({
    where: { tryOnId: id },
    data: {
      errorClass,
      signature: caseSignature(errorClass, row.providerText),
      ...(followsEnd ? { cause: to } : {}),
      version: { increment: 1 },
    },
  });
  await refreshCaseSearch(tx, [id]);
  return true;
}

async function countAnew(tx: Db, row: FiledRow, from: EndState, to: EndState): Promise<void> {
  if (!row.forShop) await countEndingAnew(tx, row, from, to);
}
