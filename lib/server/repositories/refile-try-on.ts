import 'server-only';
import { caseSignature } from '#lib/domain/provider-signature.ts';
import { fileText, type TextRule, textClasses } from '#lib/domain/text-rules.ts';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';
import { countEndingAnew } from '#lib/server/figures/count.ts';
import type { Prisma, PrismaClient } from '#lib/server/generated/prisma/client.ts';
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
    const row = await tx.tryOn.findUnique({ where: { id: tryOnId }, select: filedSelect });
    const from = row && endOf(row);
    if (!row || !from || row.reviewCase?.status !== 'OPEN' || isAppealed(row)) return false;
    const classBefore = asErrorClass(row.errorClass);
    const { errorClass, filedBy } = fileText(row.providerText ?? '', classBefore, rules);
    const known = textClasses.find((one) => one === classBefore);
    if (!known || filedBy?.ruleId !== ruleId || errorClass === classBefore) return false;
    const to = errorClass === 'content_blocked' ? 'blocked' : 'failed';
    if (!(await write(tx, row, { from, to, errorClass }, { rule: ruleId }))) return false;
    await noteFiling(tx, tryOnId, { ruleId, classBefore: known }, from);
    await countAnew(tx, row, from, to);
    return true;
  });
}

/** Undoes that, whatever became of the case, unless somebody has filed it anew since. */
export async function putBack(
  prisma: PrismaClient,
  tryOnId: string,
  rule: Pick<TextRule, 'id' | 'errorClass'>,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const filing = await tx.refiledTryOn.findUnique({
      where: { ruleId_tryOnId: { ruleId: rule.id, tryOnId } },
      select: { classBefore: true, stateBefore: true, tryOn: { select: filedSelect } },
    });
    if (!filing) return false;
    const row = filing.tryOn;
    const from = endOf(row);
    const to = filing.stateBefore === 'blocked' ? 'blocked' : 'failed';
    if (!from || row.errorClass !== rule.errorClass || isAppealed(row)) return false;
    const last = await tx.tryOnEvent.findFirst({
      where: { tryOnId, kind: 'refiled' },
      orderBy: { id: 'desc' },
      select: { detail: true },
    });
    // None: it was filed by the rule as it ended.
    const { rule: by, undone } = (last?.detail ?? { rule: rule.id }) as Record<string, unknown>;
    if (by !== rule.id || undone) return false;
    const errorClass = asErrorClass(filing.classBefore);
    const detail = { rule: rule.id, undone: 1 };
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
