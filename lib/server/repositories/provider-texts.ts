import 'server-only';
import { z } from 'zod';
import { caseSignature } from '#lib/domain/provider-signature.ts';
import type { TryOnState } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import { refreshCaseSearch } from './review-cases.ts';

/** What the provider wrote about try-ons, and its going when its time is over. */

/** Up to where each state's try-ons have been gone through, by when they ended. */
const MARKS = 'retention.provider-texts';
const marks = z.record(z.string(), z.coerce.date()).catch({});

export async function findTextMarks(db: Db): Promise<Record<string, Date>> {
  const row = await db.setting.findUnique({ where: { key: MARKS }, select: { value: true } });
  return marks.parse(row?.value ?? {});
}

export async function writeTextMarks(tx: Db, value: Record<string, Date>): Promise<void> {
  const json = Object.fromEntries(
    Object.entries(value).map(([state, mark]) => [state, mark.toISOString()]),
  );
  await tx.setting.upsert({
    where: { key: MARKS },
    create: { key: MARKS, value: json },
    update: { value: json },
    select: { key: true },
  });
}

/** Try-ons with a text that ended from `from` on and before `before`, the first first. */
export async function findWithText(
  db: Db,
  state: TryOnState,
  { from, before }: { from: Date | undefined; before: Date },
  limit: number,
) {
  const rows = await db.tryOn.findMany({
    where: { state, finishedAt: { gte: from, lt: before }, providerText: { not: null } },
    orderBy: { finishedAt: 'asc' },
    take: limit,
    select: { id: true, finishedAt: true },
  });
  return rows.flatMap(({ id, finishedAt }) => (finishedAt ? [{ id, finishedAt }] : []));
}

/** Takes the text from the try-ons and from what their cases are grouped and found by. */
export async function forgetProviderTexts(tx: Db, ids: string[]): Promise<void> {
  await tx.tryOn.updateMany({ where: { id: { in: ids } }, data: { providerText: null } });
  // Of the others the text is no part of the signature.
  const ofText = { tryOnId: { in: ids }, cause: { notIn: ['late' as const, 'reported' as const] } };
  const classes = await tx.reviewCase.groupBy({ by: ['errorClass'], where: ofText });
  for (const { errorClass } of classes) {
    if (errorClass === null) continue;
    await tx.reviewCase.updateMany({
      where: { ...ofText, errorClass },
      data: { signature: caseSignature(errorClass, null) },
    });
  }
  await refreshCaseSearch(tx, ids);
}
