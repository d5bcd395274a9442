import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isBeyond, ruleKinds } from '#lib/domain/alerts.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { signedMediaLink } from '#lib/server/http/signed-media-link.ts';
import { measureAlerts } from '#lib/server/operations/measure-alerts.ts';
import { renderMetrics } from '#lib/server/operations/render-metrics.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { announceMedia, keepMedia } from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { newStorageKey } from '#lib/server/storage/storage.ts';
import { makePerson, makePhoto, plainPicture } from '#lib/server/testing/shop-floor.ts';
import { makeStubborn } from '#lib/server/testing/stubborn-storage.ts';
import { cleanUpload } from './clean-upload.ts';
import { deletePhoto } from './delete-photo.ts';
import { getOperations } from './get-operations.ts';
import { getReceipt } from './get-receipt.ts';
import { openMedia } from './open-media.ts';
import { storePicture } from './store-picture.ts';
import { sweepMedia } from './sweep-media.ts';

afterAll(disconnect);
afterEach(() => vi.restoreAllMocks());

const HOUR_MS = 3_600_000;
let shopper: Actor;
beforeAll(async () => {
  shopper = await makePerson();
});
beforeEach(async () => {
  await db().media.updateMany({ data: { sweepAt: null } });
});

const anySample = {
  minute: new Date(),
  queued: 0,
  oldestSeconds: 0,
  underWay: 0,
  nearHour: 0,
  workers: 1,
  tokens: 1,
  credits: null,
  paused: false,
};

/** A kept picture of the shopper’s, without a photo around it. */
async function keptPicture(ownerId = shopper.userId) {
  const storageKey = newStorageKey('looks');
  await storage().put(storageKey, new Uint8Array(9), { contentType: 'image/jpeg' });
  const id = await announceMedia(
    db(),
    {
      visibility: 'PRIVATE',
      ownerId,
      storageKey,
      contentType: 'image/jpeg',
      sha256: '',
      bytes: 9,
      width: 1,
      height: 1,
    },
    new Date(Date.now() + HOUR_MS),
  );
  await keepMedia(db(), [id]);
  return { id, storageKey };
}

const condemn = (mediaIds: string[], now = new Date()) =>
  db().$transaction((tx) =>
    erasePictures(tx, { cause: 'looks', userId: shopper.userId, mediaIds }, now),
  );

const erasureOf = async (id: string | null) =>
  db().erasure.findUniqueOrThrow({ where: { id: id ?? '' } });

describe('a deletion', () => {
  it('is done when the storage has said that nothing is left', async () => {
    const pictures = [await keptPicture(), await keptPicture()];
    const id = await condemn(pictures.map((picture) => picture.id));
    expect(await erasureOf(id)).toMatchObject({ pictures: 2, doneAt: null });
    expect(await sweepMedia()).toBe(2);
    const { requestedAt, doneAt } = await erasureOf(id);
    expect(doneAt?.getTime()).toBeGreaterThanOrEqual(requestedAt.getTime());
    for (const { storageKey } of pictures) expect(await storage().head(storageKey)).toBeNull();
  });

  it('of a photo is done when the request is answered, with both of its pictures', async () => {
    const { id } = await makePhoto(shopper);
    await deletePhoto(shopper, id);
    const erasure = await db().erasure.findFirstOrThrow({
      where: { userId: shopper.userId, cause: 'photo' },
      orderBy: { id: 'desc' },
    });
    expect(erasure.pictures).toBe(2);
    expect(erasure.doneAt).not.toBeNull();
  });

  it.each(['fails', 'lies', 'mute'] as const)(
    'is not done while the storage %s, and is afterwards',
    async (how) => {
      const picture = await keptPicture();
      const id = await condemn([picture.id]);
      const trouble = makeStubborn(how);
      expect(await sweepMedia()).toBe(0);
      expect((await erasureOf(id)).doneAt).toBeNull();
      expect(await db().media.count({ where: { id: picture.id } })).toBe(1);

      trouble.heal();
      // Its pause is not over yet; then it is.
      expect(await sweepMedia()).toBe(0);
      await sweepMedia(new Date(Date.now() + 2 * HOUR_MS));
      expect((await erasureOf(id)).doneAt).not.toBeNull();
      expect(await storage().head(picture.storageKey)).toBeNull();
    },
  );

  it('does not wait for those that the storage will not delete, however many', async () => {
    const stuck: { id: string; storageKey: string }[] = [];
    for (let i = 0; i < 230; i += 1) stuck.push(await keptPicture());
    const poisoned = new Set(stuck.map(({ storageKey }) => storageKey));
    const before = new Date(Date.now() - HOUR_MS);
    const stuckId = await condemn(
      stuck.map(({ id }) => id),
      before,
    );
    const picture = await keptPicture();
    const id = await condemn([picture.id]);
    const trouble = makeStubborn('fails', (key) => poisoned.has(key));
    expect(await sweepMedia()).toBe(1);
    expect((await erasureOf(id)).doneAt).not.toBeNull();
    expect((await erasureOf(stuckId)).doneAt).toBeNull();
    trouble.heal();
    expect(await sweepMedia(new Date(Date.now() + 2 * HOUR_MS))).toBe(230);
    expect((await erasureOf(stuckId)).doneAt).not.toBeNull();
  });

  it('is finished once by several sweeps at once, each picture by one of them', async () => {
    const pictures: { id: string; storageKey: string }[] = [];
    for (let i = 0; i < 40; i += 1) pictures.push(await keptPicture());
    const id = await condemn(pictures.map((picture) => picture.id));
    const removals = vi.spyOn(storage(), 'delete');
    const gone = await Promise.all([sweepMedia(), sweepMedia(), sweepMedia(), sweepMedia()]);
    expect(gone.reduce((sum, one) => sum + one, 0)).toBe(40);
    expect(removals).toHaveBeenCalledTimes(40);
    expect((await erasureOf(id)).doneAt).not.toBeNull();
  });

  it('closes every way to a picture in the moment of its commit, before its bytes are gone', async () => {
    const picture = await keptPicture();
    const now = new Date();
    const link = new URL(signedMediaLink(picture.id, now));
    const signed = {
      expires: Number(link.searchParams.get('expires')),
      signature: link.searchParams.get('signature') ?? '',
    };
    // A machine whose clock is a minute behind sees it no more either.
    const behind = new Date(now.getTime() - 60_000);
    await condemn([picture.id], now);
    expect(await storage().head(picture.storageKey)).not.toBeNull();
    for (const at of [now, behind]) {
      await expect(openMedia(shopper, picture.id, {}, at)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(openMedia(null, picture.id, { link: signed }, at)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
  });

  it('waits for a picture that is being written, whose bytes would come back otherwise', async () => {
    const owner = await makePerson();
    const clean = await cleanUpload(await plainPicture(), 'photo');
    const { put } = storage();
    let condemned: string | null = null;
    vi.spyOn(storage(), 'put').mockImplementation(async (key, bytes, options) => {
      const { id } = await db().media.findUniqueOrThrow({ where: { storageKey: key } });
      condemned = await condemn([id]);
      // Nothing is there yet, so a sweep of now would take it for gone.
      await sweepMedia();
      await put.call(storage(), key, bytes, options);
    });
    const stored = storePicture(clean, {
      kind: 'photos',
      ownerId: owner.userId,
      visibility: 'PRIVATE',
      now: new Date(),
    });
    await expect(stored).rejects.toMatchObject({ code: 'conflict' });
    const { storageKey } = await db().media.findFirstOrThrow({
      where: { ownerId: owner.userId },
    });
    expect(await storage().head(storageKey)).toBeNull();
    expect((await erasureOf(condemned)).doneAt).toBeNull();
    await sweepMedia(new Date(Date.now() + 3 * 60_000));
    expect((await erasureOf(condemned)).doneAt).not.toBeNull();
  });

  it('that takes longer than a day is told to admins, in numbers and as an alert', async () => {
    const admin = await makePerson({ role: 'ADMIN' });
    const dayAgo = new Date(Date.now() - 25 * HOUR_MS);
    const trouble = makeStubborn('fails');
    const picture = await keptPicture();
    const id = await condemn([picture.id], dayAgo);
    await sweepMedia();
    expect((await getOperations(admin)).deletions).toMatchObject({ overdue: 1 });
    expect((await renderMetrics()).text).toMatch(/^fitting_room_deletions_overdue 1$/m);
    const measured = await measureAlerts(anySample, 10, new Date());
    expect(measured.deletions).toBe(1);
    expect(isBeyond('deletions', 1, ruleKinds.deletions.threshold)).toBe(true);
    expect(await getReceipt(id ?? '')).toMatchObject({ state: { kind: 'late' } });

    trouble.heal();
    await sweepMedia(new Date(Date.now() + 2 * HOUR_MS));
    expect((await getOperations(admin)).deletions).toMatchObject({ overdue: 0 });
    expect((await measureAlerts(anySample, 10, new Date())).deletions).toBe(0);
  });

  it('hangs a picture on the first deletion only', async () => {
    const picture = await keptPicture();
    const [first, second] = await Promise.all([condemn([picture.id]), condemn([picture.id])]);
    const made = [first, second].filter((id) => id !== null);
    const hung = await db().media.findUniqueOrThrow({ where: { id: picture.id } });
    expect(made).toContain(hung.erasureId);
    await sweepMedia();
    for (const id of made) expect((await erasureOf(id)).doneAt).not.toBeNull();
    expect(await condemn([randomUUID()])).toBeNull();
  });
});

describe('a sweep of a slow storage', () => {
  it('ends in its time, also in the middle of a round, and gives back what it did not try', async () => {
    const pictures = await Promise.all(Array.from({ length: 60 }, () => keptPicture()));
    const ids = pictures.map(({ id }) => id);
    await condemn(ids);
    const { now } = performance;
    let late = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + late);
    const store = storage();
    const { delete: remove } = store;
    const removals = vi.spyOn(store, 'delete').mockImplementation(async (keys) => {
      late += 10_000;
      await remove.call(store, keys);
    });
    await sweepMedia();
    // Eight at once are 80 seconds: no more are begun after four minutes.
    expect(removals).toHaveBeenCalledTimes(24);
    vi.restoreAllMocks();
    const left = await db().media.findMany({ where: { id: { in: ids } } });
    expect(left).toHaveLength(36);
    expect(left.map(({ sweepTries }) => sweepTries)).toEqual(left.map(() => 0));
    await sweepMedia(new Date(Date.now() + HOUR_MS));
    expect(await db().media.count({ where: { id: { in: ids } } })).toBe(0);
  });
});
