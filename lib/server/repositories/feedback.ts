import 'server-only';
import type { FeedbackKind } from '#lib/domain/review-case.ts';
import type { Db } from '#lib/server/db.ts';

/**
 * Keeps what is wrong with a look that is held.
 *
 * @returns how many kinds were known before; a null place for one that was known itself, and whether
 *   its text says something new.
 */
export async function keepFeedback(
  tx: Db,
  { tryOnId, kind, text }: { tryOnId: string; kind: FeedbackKind; text: string },
): Promise<{ place: number | null; news: boolean }> {
  const known = await tx.feedback.findMany({
    where: { tryOnId },
    select: { kind: true, text: true },
  });
  const before = known.find((one) => one.kind === kind);
  await tx.feedback.upsert({
    where: { tryOnId_kind: { tryOnId, kind } },
    create: { tryOnId, kind, text },
    update: { text },
    select: { id: true },
  });
  return { place: before ? null : known.length, news: before?.text !== text };
}
