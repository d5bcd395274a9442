import 'server-only';
import { overBefore } from '#lib/domain/retention.ts';
import { finalStates } from '#lib/domain/try-on.ts';
import { type Db, db } from '#lib/server/db.ts';
import {
  findGuestsNotSeenSince,
  isGuestNotSeenSince,
} from '#lib/server/repositories/closed-accounts.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { findLooksMadeBefore, hideLooks } from '#lib/server/repositories/looks.ts';
import { findPhotosUnusedSince, markPhotoDeleted } from '#lib/server/repositories/photos.ts';
import {
  findTextMarks,
  findWithText,
  forgetProviderTexts,
  writeTextMarks,
} from '#lib/server/repositories/provider-texts.ts';
import { findSettings } from '#lib/server/repositories/settings.ts';
import { removeShareLinksBefore } from '#lib/server/repositories/share-links.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { erasePerson } from './erase-person.ts';
import { inBatches } from './in-batches.ts';

const A_BATCH = 100;
const TEXTS_AT_ONCE = 500;
/** For each kind; a backlog is worked off over several runs. */
const WITHIN_MS = 2 * 60_000;

/** Deletes what has reached its date. The bytes are left to `sweepMedia`. */
export async function keepToRetention(now = new Date()): Promise<void> {
  const { retention } = await findSettings(db());
  await eraseUnusedPhotos(overBefore(now, retention.photoDays), now);
  await eraseOldLooks(overBefore(now, retention.lookDays), now);
  await eraseAbsentGuests(overBefore(now, retention.guestDays), now);
  await forgetOldProviderTexts(overBefore(now, retention.providerTextDays));
  await removeShareLinksBefore(db(), now);
}

function eraseUnusedPhotos(unusedSince: Date, now: Date): Promise<number> {
  return inBatches({
    find: (limit) => findPhotosUnusedSince(db(), unusedSince, limit),
    by: ({ userId }) => userId,
    each: (userId, photos) =>
      db().$transaction(async (tx) => {
        // A try-on that uses one right now has it, and then it is not unused any more.
        await lockUser(tx, userId);
        const mediaIds: string[] = [];
        for (const { id } of photos) {
          mediaIds.push(...((await markPhotoDeleted(tx, { id, userId, unusedSince }, now)) ?? []));
        }
        await erasePictures(tx, { cause: 'retention', userId, mediaIds }, now);
      }),
    limit: A_BATCH,
    withinMs: WITHIN_MS,
  });
}

function eraseOldLooks(before: Date, now: Date): Promise<number> {
  return inBatches({
    find: (limit) => findLooksMadeBefore(db(), before, limit),
    by: ({ userId }) => userId,
    each: (userId, looks) =>
      db().$transaction(async (tx) => {
        await hideLooks(
          tx,
          looks.map(({ id }) => id),
          now,
        );
        const mediaIds = looks.map(({ mediaId }) => mediaId);
        await erasePictures(tx, { cause: 'retention', userId, mediaIds }, now);
      }),
    limit: A_BATCH,
    withinMs: WITHIN_MS,
  });
}

function eraseAbsentGuests(before: Date, now: Date): Promise<number> {
  return inBatches({
    find: (limit) => findGuestsNotSeenSince(db(), before, limit),
    by: (userId) => userId,
    each: async (userId) => {
      const checks = { mayClose: (tx: Db) => isGuestNotSeenSince(tx, userId, before) };
      await erasePerson({ userId, email: null, cause: 'guest' }, checks, now);
    },
    limit: A_BATCH,
    withinMs: WITHIN_MS,
  });
}

/**
 * Goes on from where it was, state by state: try-ons end in the order of time, so nothing comes in
 * behind the mark, and no run reads what an earlier one has read.
 */
async function forgetOldProviderTexts(before: Date): Promise<void> {
  const marks = await findTextMarks(db());
  for (const state of finalStates) {
    const startedAt = performance.now();
    for (;;) {
      const rows = await findWithText(db(), state, { from: marks[state], before }, TEXTS_AT_ONCE);
      const last = rows.at(-1);
      const whole = rows.length < TEXTS_AT_ONCE;
      marks[state] = whole || !last ? before : last.finishedAt;
      await db().$transaction(async (tx) => {
        if (last) {
          await forgetProviderTexts(
            tx,
            rows.map(({ id }) => id),
          );
        }
        await writeTextMarks(tx, marks);
      });
      if (whole || performance.now() - startedAt > WITHIN_MS) break;
    }
  }
}
