import 'server-only';
import type { FeedbackBody, TryOnView } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { pool } from '#lib/server/db.ts';
import { countComplaint } from '#lib/server/figures/count.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { tellWatchers } from '#lib/server/repositories/appeals.ts';
import { keepFeedback } from '#lib/server/repositories/feedback.ts';
import { findOwnTryOn, lockOwnTryOn } from '#lib/server/repositories/own-try-ons.ts';
import { openCaseForReport } from '#lib/server/repositories/review-cases.ts';
import { transact } from '#lib/server/transact.ts';
import { viewOf } from '#lib/server/try-on-view.ts';
import { feedbackWords } from '#lib/words/appeals.ts';

/**
 * A shopper says what is wrong with a look of hers. Other words for the same are read anew, and are no
 * further complaint.
 *
 * @throws AppError not_found (also for somebody else's), conflict for one without a picture
 */
export async function giveFeedback(
  actor: Actor,
  id: string,
  { kind, text = '' }: FeedbackBody,
): Promise<TryOnView> {
  await transact(async (tx) => {
    const tryOn = await lockOwnTryOn(tx, id, actor.userId);
    if (!tryOn) throw new AppError('not_found');
    if (tryOn.state !== 'succeeded' || !tryOn.resultMediaId) {
      throw new AppError('conflict', feedbackWords.noPicture);
    }
    const { place, news } = await keepFeedback(tx, { tryOnId: id, kind, text });
    if (!news) return;
    const { shopId, garmentId, userId, createdAt } = tryOn;
    const more = place === null ? 0 : 1;
    await openCaseForReport(tx, { tryOnId: id, shopId, garmentId }, more);
    await tellWatchers(tx, id, 'reported');
    if (place === 0) await countComplaint(tx, { garmentId, shopId, userId, createdAt });
  });
  const row = await findOwnTryOn(pool(), id, actor.userId);
  if (!row) throw new AppError('not_found');
  return viewOf(row);
}
