import 'server-only';
import type { FeedbackKind } from '#lib/domain/review-case.ts';
import type { Db } from '#lib/server/db.ts';

/**
 * Keeps what is wrong with a look that is held.
 *
 * @returns how many kinds were known before; a null place for one that was known itself.
 */
export async function keepFeedback(
  tx: Db,
  { tryOnId, kind, text }: { tryOnId: string; kind: FeedbackKind; text: string },
): Promise<{ place: number | null }> {
  const known = await tx.feedback.findMany({ where: { tryOnId }, select: { kind: true } });
  await tx.feedback.upsert({
    where: { tryOnId_kind: { tryOnId, kind } },
    create: { tryOnId, kind, text },
    update: { text },
    select: { id: true },
  });
  return { place: known.some((one) => one.kind === kind) ? null : known.length };
}
