import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { mayAppeal } from '#lib/domain/review-case.ts';
import { needsReview } from '#lib/domain/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { pool } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { createAppeal, tellWatchers } from '#lib/server/repositories/appeals.ts';
import { asErrorClass, findOwnTryOn, lockOwnTryOn } from '#lib/server/repositories/own-try-ons.ts';
import { openCaseForAppeal } from '#lib/server/repositories/review-cases.ts';
import { transact } from '#lib/server/transact.ts';
import { viewOf } from '#lib/server/try-on-view.ts';
import { appealWords } from '#lib/words/appeals.ts';

/**
 * A shopper objects to a block, once; a person who runs the service answers.
 *
 * @throws AppError not_found (also for somebody else's), conflict
 */
export async function appealBlock(
  actor: Actor,
  id: string,
  text: string,
  now = new Date(),
): Promise<TryOnView> {
  await transact(async (tx) => {
    const tryOn = await lockOwnTryOn(tx, id, actor.userId);
    if (!tryOn) throw new AppError('not_found');
    const { state, shopId, garmentId, providerText } = tryOn;
    const errorClass = asErrorClass(tryOn.errorClass);
    if (!needsReview(state) || !mayAppeal(errorClass)) {
      throw new AppError('conflict', appealWords.notThis);
    }
    if (!(await createAppeal(tx, { tryOnId: id, text, createdAt: now }))) {
      throw new AppError('conflict', appealWords.once);
    }
    const ofCase = { tryOnId: id, shopId, garmentId, cause: state, errorClass, providerText };
    await openCaseForAppeal(tx, ofCase);
    await tellWatchers(tx, id, 'appealed');
  });
  const row = await findOwnTryOn(pool(), id, actor.userId);
  if (!row) throw new AppError('not_found');
  return viewOf(row);
}
