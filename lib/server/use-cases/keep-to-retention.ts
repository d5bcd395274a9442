import 'server-only';
import { overBefore } from '#lib/domain/retention.ts';
import { type Db, db } from '#lib/server/db.ts';
import {
  type AbsentGuest,
  findGuestsNotSeenSince,
  isGuestNotSeenSince,
} from '#lib/server/repositories/closed-accounts.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { findLooksMadeBefore, hideLooks, type OldLook } from '#lib/server/repositories/looks.ts';
import {
  findPhotosUnusedSince,
  markPhotoDeleted,
  type UnusedPhoto,
} from '#lib/server/repositories/photos.ts';
import {
  findWithText,
  forgetProviderTexts,
  type WithText,
} from '#lib/server/repositories/provider-texts.ts';
import { findSettings } from '#lib/server/repositories/settings.ts';
import { removeShareLinksBefore } from '#lib/server/repositories/share-links.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
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
  return inBatches<UnusedPhoto>({
    find: (limit, after) => findPhotosUnusedSince(db(), { before: unusedSince, after }, limit),
    by: ({ userId }) => userId,
    each: (userId, photos) =>
      transact(async (tx) => {
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
  return inBatches<OldLook>({
    find: (limit, after) => findLooksMadeBefore(db(), { before, after }, limit),
    by: ({ userId }) => userId,
    each: (userId, looks) =>
      transact(async (tx) => {
        // The person before the try-ons, as whoever moves or closes all of hers.
        await lockUser(tx, userId);
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
  return inBatches<AbsentGuest>({
    find: (limit, after) => findGuestsNotSeenSince(db(), { before, after }, limit),
    by: ({ id }) => id,
    each: async (userId) => {
      const checks = { mayClose: (tx: Db) => isGuestNotSeenSince(tx, userId, before) };
      await erasePerson({ userId, email: null, cause: 'guest' }, checks, now);
    },
    limit: A_BATCH,
    withinMs: WITHIN_MS,
  });
}

function forgetOldProviderTexts(before: Date): Promise<number> {
  return inBatches<WithText>({
    find: (limit, after) => findWithText(db(), { before, after }, limit),
    by: () => 'all',
    each: (_, rows) =>
      transact((tx) =>
        forgetProviderTexts(
          tx,
          rows.map(({ id }) => id),
        ),
      ),
    limit: TEXTS_AT_ONCE,
    withinMs: WITHIN_MS,
  });
}
