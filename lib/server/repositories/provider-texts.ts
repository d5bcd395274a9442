import 'server-only';
import { caseSignature } from '#lib/domain/provider-signature.ts';
import type { Db } from '#lib/server/db.ts';
import { refreshCaseSearch } from './review-cases.ts';

/** What the provider wrote about try-ons, and its going when its time is over. */

export interface WithText {
  id: string;
  finishedAt: Date;
}

/** Try-ons of any end with a text that ended before `before`, the first first; an index holds just these. */
export async function findWithText(
  db: Db,
  { before, after }: { before: Date; after: WithText | null },
  limit: number,
): Promise<WithText[]> {
  const rows = await db.tryOn.findMany({
    where: {
      finishedAt: { lt: before },
      providerText: { not: null },
      ...(after
        ? {
            OR: [
              { finishedAt: { gt: after.finishedAt } },
              { finishedAt: after.finishedAt, id: { gt: after.id } },
            ],
          }
        : {}),
    },
    orderBy: [{ finishedAt: 'asc' }, { id: 'asc' }],
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
