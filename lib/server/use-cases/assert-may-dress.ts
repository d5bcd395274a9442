import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { agreesToNewestText } from '#lib/server/repositories/consents.ts';
import type { NewTryOn } from '#lib/server/repositories/new-try-ons.ts';
import { findUsablePhoto } from '#lib/server/repositories/photos.ts';
import { findLookToDress } from '#lib/server/repositories/try-on-inputs.ts';
import { refusals } from '#lib/words/problems.ts';

/**
 * The last look at whose picture it is, by whoever holds the person's row: a photo or look that was
 * deleted meanwhile is not used, nor is a photo before its person has agreed to the text of today.
 *
 * @throws AppError not_found, consent_required
 */
export async function assertMayDress(
  tx: Db,
  { userId, photoId, baseId }: Pick<NewTryOn, 'userId' | 'photoId' | 'baseId'>,
): Promise<void> {
  if (baseId && !(await findLookToDress(tx, baseId, userId))) {
    throw new AppError('not_found', refusals.lookGone);
  }
  if (!photoId) return;
  if (!baseId && !(await findUsablePhoto(tx, photoId, userId))) {
    throw new AppError('not_found', refusals.photoGone);
  }
  if (!(await agreesToNewestText(tx, userId))) {
    throw new AppError('consent_required', refusals.newConsentText);
  }
}
