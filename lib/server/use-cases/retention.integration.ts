import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseSignature } from '#lib/domain/provider-signature.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { groupUnclassified } from '#lib/server/repositories/text-rules.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { newStorageKey, type StoragePage } from '#lib/server/storage/storage.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { keepHouse } from '#lib/server/worker/keep-house.ts';
import { giveFeedback } from './give-feedback.ts';
import { keepToRetention } from './keep-to-retention.ts';
import { listPhotos } from './list-photos.ts';
import { listTryOns } from './list-try-ons.ts';
import { submitTryOn } from './submit-try-on.ts';
import { sweepLeftOvers } from './sweep-left-overs.ts';
import { sweepMedia } from './sweep-media.ts';

await startTestProvider();
afterAll(disconnect);

let slug: string;
beforeAll(async () => {
  slug = (await makeGarment()).slug;
});

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const daysAgo = (days: number) => inDays(-days);

async function ask(actor: Actor, photoId: string) {
  const subject = { kind: 'photo' as const, photoId };
  return (await submitTryOn(actor, { garment: slug, subject }, randomUUID())).id;
}

async function makeLook(actor: Actor) {
  const { id: photoId } = await makePhoto(actor);
  const id = await ask(actor, photoId);
  await advanceUntilFinal(id);
  return { id, photoId };
}

const looksOf = async (actor: Actor) => (await listTryOns(actor, { limit: 20 })).items;
const photosOf = async (actor: Actor) => (await listPhotos(actor)).map(({ id }) => id);

describe('a photo', () => {
  it('goes 30 days after its last use, not after it was given; its looks stay', async () => {
    const actor = await makePerson();
    const { photoId: unused } = await makeLook(actor);
    const { id: used } = await makePhoto(actor);
    await db().photo.updateMany({
      where: { id: { in: [unused, used] } },
      data: { createdAt: daysAgo(60), lastUsedAt: daysAgo(31) },
    });
    await ask(actor, used);
    await keepToRetention();
    expect(await photosOf(actor)).toEqual([used]);
    expect((await looksOf(actor)).filter(({ state }) => state === 'succeeded')).toHaveLength(1);
    await sweepMedia();
    expect(await db().erasure.findMany({ where: { userId: actor.userId } })).toMatchObject([
      { cause: 'retention', pictures: 2, doneAt: expect.any(Date) },
    ]);
  });
});

describe('a look', () => {
  it('goes after a year, with what was written about it', async () => {
    const actor = await makePerson();
    const [old, young] = [await makeLook(actor), await makeLook(actor)];
    await giveFeedback(actor, old.id, { kind: 'other', text: 'an elbow too many' });
    const { resultMediaId } = await db().tryOn.findUniqueOrThrow({ where: { id: old.id } });
    await db().media.update({
      where: { id: resultMediaId ?? '' },
      data: { createdAt: daysAgo(366) },
    });
    await keepToRetention();
    expect((await looksOf(actor)).map(({ id }) => id)).toEqual([young.id]);
    expect(await db().feedback.count({ where: { tryOnId: old.id } })).toBe(0);
    const reported = await db().reviewCase.findUniqueOrThrow({ where: { tryOnId: old.id } });
    expect(reported.searchText).not.toContain('elbow');
    await sweepMedia();
    expect(await db().media.count({ where: { id: resultMediaId ?? '' } })).toBe(0);
  });

  it('of many goes in more than one batch', async () => {
    const actor = await makePerson();
    const { id } = await makeLook(actor);
    const row = await db().tryOn.findUniqueOrThrow({ where: { id } });
    const { resultMediaId: _, seed, ...rest } = row;
    for (let i = 0; i < 230; i += 1) {
      const media = await db().media.create({
        data: {
          visibility: 'PRIVATE',
          ownerId: actor.userId,
          storageKey: newStorageKey('looks'),
          contentType: 'image/jpeg',
          sha256: '',
          bytes: 1,
          width: 1,
          height: 1,
          createdAt: daysAgo(400),
        },
      });
      await db().tryOn.create({
        data: {
          ...rest,
          seed,
          id: undefined,
          requestId: null,
          idempotencyKey: randomUUID(),
          resultMediaId: media.id,
        },
      });
    }
    await keepToRetention();
    expect((await looksOf(actor)).map((look) => look.id)).toEqual([id]);
    await sweepMedia();
    const erasures = await db().erasure.findMany({ where: { userId: actor.userId } });
    expect(erasures.reduce((sum, { pictures }) => sum + pictures, 0)).toBe(230);
    expect(erasures.every(({ doneAt }) => doneAt !== null)).toBe(true);
  });
});

describe('a guest', () => {
  const guestOf = (days: number) =>
    makePerson({ isGuest: true, email: null, name: null }).then(async (actor) => {
      await db().user.update({
        where: { id: actor.userId },
        data: { seenAt: daysAgo(days) },
      });
      return actor;
    });

  it('who does not come back for a week is forgotten, and who does is not', async () => {
    const [empty, full, back] = [await guestOf(8), await guestOf(1), await guestOf(6)];
    await makeLook(full);
    await db().user.update({ where: { id: full.userId }, data: { seenAt: daysAgo(8) } });
    await makePhoto(back);
    const removals = vi.spyOn(storage(), 'delete');
    await keepToRetention();
    // The bytes are the sweep's: a slow store keeps no other guest waiting.
    expect(removals).not.toHaveBeenCalled();
    removals.mockRestore();
    await sweepMedia(inDays(0.01));

    expect(await db().user.findUnique({ where: { id: empty.userId } })).toBeNull();
    // The consent and the books stay, of nobody in particular.
    expect(await db().user.findUniqueOrThrow({ where: { id: full.userId } })).toMatchObject({
      closedAt: expect.any(Date),
      isGuest: false,
    });
    expect(await db().media.count({ where: { ownerId: full.userId } })).toBe(0);
    expect(await looksOf(full)).toEqual([]);
    expect(await photosOf(back)).toHaveLength(1);
    // A second run finds nobody any more.
    const erasures = await db().erasure.count({ where: { cause: 'guest' } });
    await keepToRetention();
    expect(await db().erasure.count({ where: { cause: 'guest' } })).toBe(erasures);
  });

  it('with an account is kept, however long she stays away', async () => {
    const actor = await makePerson();
    await db().user.update({ where: { id: actor.userId }, data: { seenAt: daysAgo(400) } });
    await keepToRetention();
    expect(await db().user.findUnique({ where: { id: actor.userId } })).toMatchObject({
      closedAt: null,
    });
  });
});

describe('what the provider wrote', () => {
  const said = 'Cannot process the shy shopper in 12ab34cd';
  async function failed(finishedAt: Date) {
    const actor = await makePerson();
    const { id: photoId } = await makePhoto(actor);
    const id = await ask(actor, photoId);
    const row = await db().tryOn.update({
      where: { id },
      data: {
        state: 'failed',
        errorClass: 'unclassified',
        providerText: said,
        nextActionAt: null,
        finishedAt,
      },
    });
    await db().reviewCase.create({
      data: {
        tryOnId: id,
        shopId: row.shopId,
        garmentId: row.garmentId,
        cause: 'failed',
        errorClass: 'unclassified',
        signature: caseSignature('unclassified', said),
        searchText: `${id} ${said.toLowerCase()}`,
      },
    });
    return id;
  }

  it('goes after 90 days from the try-on, its case and the groups, and not before', async () => {
    const [old, young] = [await failed(daysAgo(91)), await failed(daysAgo(89))];
    await keepToRetention();
    const textOf = async (id: string) => {
      const { providerText, reviewCase } = await db().tryOn.findUniqueOrThrow({
        where: { id },
        include: { reviewCase: true },
      });
      return JSON.stringify([providerText, reviewCase?.signature, reviewCase?.searchText]);
    };
    expect(await textOf(old)).not.toMatch(/shy/i);
    expect(await textOf(young)).toMatch(/shy/i);
    const row = await db().reviewCase.findUniqueOrThrow({ where: { tryOnId: old } });
    expect(row.signature).toBe('unclassified:');
    expect(row.searchText).toContain(old);
    // The page of rules offers the text of the young one alone, and no group without words.
    const groups = await groupUnclassified(db());
    expect(groups.map(({ text, open }) => [text, open])).toEqual([
      [expect.stringContaining('shy shopper'), 1],
    ]);
  });

  it('goes also from one that is told later to have ended otherwise', async () => {
    const first = await failed(daysAgo(91));
    const second = await failed(daysAgo(90.5));
    await db().tryOn.update({ where: { id: second }, data: { state: 'succeeded' } });
    await keepToRetention();
    // Filed anew, behind everything that a run before has gone through.
    await db().tryOn.updateMany({
      where: { id: { in: [first, second] } },
      data: { state: 'blocked', providerText: said },
    });
    await keepToRetention();
    const left = { id: { in: [first, second] }, providerText: { not: null } };
    expect(await db().tryOn.count({ where: left })).toBe(0);
  });
});

describe('links to looks', () => {
  it('that are over are removed', async () => {
    const { userId, id: tryOnId } = await db().tryOn.findFirstOrThrow();
    const link = (expiresAt: Date) =>
      db().shareLink.create({ data: { tryOnId, userId, tokenHash: randomUUID(), expiresAt } });
    await link(daysAgo(1));
    const open = await link(inDays(1));
    await keepToRetention();
    const left = await db().shareLink.findMany({ where: { userId } });
    expect(left.map(({ id }) => id)).toEqual([open.id]);
  });
});

describe('files without a row', () => {
  const orphan = async () => {
    const key = newStorageKey('looks');
    await storage().put(key, new Uint8Array(3), { contentType: 'image/jpeg' });
    return key;
  };

  it('are counted first, and deleted after a day; what a row knows stays', async () => {
    const actor = await makePerson();
    const { id } = await makePhoto(actor);
    const key = await orphan();
    const imported = newStorageKey('imports', 'csv');
    await storage().put(imported, new Uint8Array(3), { contentType: 'text/csv' });
    await db().importRun.create({
      data: {
        shopId: (await db().shop.findFirstOrThrow()).id,
        fileName: 'a.csv',
        storageKey: imported,
      },
    });
    const exported = newStorageKey('exports', 'zip');
    await storage().put(exported, new Uint8Array(3), { contentType: 'application/zip' });

    expect(await sweepLeftOvers({ dry: true }, inDays(2))).toMatchObject({
      leftOver: 1,
      deleted: 0,
      refused: false,
    });
    expect(await storage().head(key)).not.toBeNull();
    // Too young.
    expect(await sweepLeftOvers({}, inDays(0.9))).toMatchObject({ leftOver: 0, deleted: 0 });
    expect(await sweepLeftOvers({}, inDays(2))).toMatchObject({ leftOver: 1, deleted: 1 });
    expect(await storage().head(key)).toBeNull();
    for (const kept of [imported, exported]) expect(await storage().head(kept)).not.toBeNull();
    expect(await photosOf(actor)).toEqual([id]);
    expect(await sweepLeftOvers({}, inDays(2))).toMatchObject({ leftOver: 0 });
  });

  it('are left alone when there are so many that the database must be the wrong one', async () => {
    for (let i = 0; i < 110; i += 1) await orphan();
    const removals = vi.spyOn(storage(), 'delete');
    expect(await sweepLeftOvers({}, inDays(2))).toMatchObject({ leftOver: 110, refused: true });
    expect(removals).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});

describe('more files without a row than one run collects', () => {
  it('are judged by all files there are, not by those before the last that was collected', async () => {
    const storedAt = daysAgo(2);
    const files = (count: number, at: Date) =>
      Array.from({ length: count }, () => ({
        key: newStorageKey('photos'),
        size: 3,
        storedAt: at,
      }));
    vi.spyOn(storage(), 'list').mockImplementation(async (prefix, cursor): Promise<StoragePage> => {
      if (prefix !== 'photos/') return { items: [], cursor: null };
      if (!cursor) return { items: files(10_000, storedAt), cursor: 'more' };
      return { items: files(95_000, new Date()), cursor: null };
    });
    expect(await sweepLeftOvers({ dry: true })).toMatchObject({
      listed: 105_000,
      leftOver: 10_000,
      refused: false,
    });
    vi.restoreAllMocks();
  });
});

describe('keeping house', () => {
  it('is done by one of all processes in each turn, and sweeps whenever it is asked', async () => {
    await db().setting.deleteMany({ where: { key: { startsWith: 'turn.' } } });
    const guest = await makePerson({ isGuest: true, email: null, name: null });
    await db().user.update({ where: { id: guest.userId }, data: { seenAt: daysAgo(8) } });
    const lists = vi.spyOn(storage(), 'list');
    await Promise.all([keepHouse(), keepHouse(), keepHouse()]);
    expect(await db().user.findUnique({ where: { id: guest.userId } })).toBeNull();
    // The store was gone through once: each of its six kinds once.
    expect(lists.mock.calls.map(([prefix]) => prefix)).toHaveLength(6);
    expect(new Set(lists.mock.calls.map(([prefix]) => prefix)).size).toBe(6);
    vi.restoreAllMocks();
  });
});
