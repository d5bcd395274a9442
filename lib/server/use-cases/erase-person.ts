import 'server-only';
import { type Db, db } from '#lib/server/db.ts';
import {
  forgetPersonsRows,
  leaveStub,
  lockOpenAccount,
  removeUnneededStub,
} from '#lib/server/repositories/closed-accounts.ts';
import {
  discardEnded,
  discardUnderWay,
  forgetOthersWords,
} from '#lib/server/repositories/discarded-try-ons.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { listMediaOf } from '#lib/server/repositories/media.ts';
import { markAllPhotosDeleted } from '#lib/server/repositories/photos.ts';
import { transact } from '#lib/server/transact.ts';
import { callOff } from './call-off.ts';
import { sweepErasure } from './sweep-media.ts';

/** Somebody may have many thousands of looks. */
const TRANSACTION = { timeout: 60_000, maxWait: 10_000 };

interface Checks {
  /** What is to be held before the person's own row. */
  before?: (tx: Db) => Promise<void>;
  /** A last look, with the person's row held; false leaves everything as it is. */
  mayClose: (tx: Db) => Promise<boolean>;
}

interface Closing {
  userId: string;
  email: string | null;
  cause: 'closing' | 'guest';
}

/**
 * Everything of a person goes: pictures, try-ons under way, words, what was chosen, and the person. What
 * stays is an id for consents and the books. The one way out, for accounts, for guests who ask, and for
 * guests who did not come back: nobody waits for these, so their bytes are left to the next sweep.
 *
 * @returns the deletion, which is the receipt; null when it was closed already, or may not be.
 */
export async function erasePerson(
  { userId, email, cause }: Closing,
  { before, mayClose }: Checks,
  now: Date,
): Promise<string | null> {
  const erased = await transact(async (tx) => {
    await before?.(tx);
    // A try-on or a photo of right now is either among what goes, or finds the account closed.
    if (!(await lockOpenAccount(tx, userId)) || !(await mayClose(tx))) return null;
    await markAllPhotosDeleted(tx, userId, now);
    const underWay = await discardUnderWay(tx, userId, 'all', now);
    await discardEnded(tx, userId, 'all', now);
    await forgetOthersWords(tx, userId, 'all');
    const mediaIds = await listMediaOf(tx, userId);
    const erasureId = await erasePictures(tx, { cause, userId, mediaIds, always: true }, now);
    await forgetPersonsRows(tx, { userId, email });
    await leaveStub(tx, userId, now);
    return { underWay, erasureId };
  }, TRANSACTION);
  if (!erased) return null;
  await callOff(erased.underWay, userId, now);
  if (cause === 'closing') await sweepErasure(erased.erasureId, now);
  await removeUnneededStub(db(), userId);
  return erased.erasureId;
}
