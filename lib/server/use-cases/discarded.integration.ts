import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isFinal } from '#lib/domain/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { nowInSeconds } from '#lib/server/auth/session-cookie.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { provider } from '#lib/server/provider.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import {
  makeGarment,
  makeHouseModel,
  makePerson,
  makePhoto,
  plainPicture,
} from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal, makeDue } from '#lib/server/testing/until-final.ts';
import { withoutDeadlock } from '#lib/server/testing/without-deadlock.ts';
import { currentConsent } from '#lib/words/consent.ts';
import { addPhoto } from './add-photo.ts';
import { advanceHeldTryOn, advanceTryOn } from './advance-try-on.ts';
import { claimSends } from './claim-sends.ts';
import { closeAccount } from './close-account.ts';
import { deletePhoto } from './delete-photo.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { listTryOns } from './list-try-ons.ts';
import { submitTryOn } from './submit-try-on.ts';
import { sweepMedia } from './sweep-media.ts';
import { withdrawConsent } from './withdraw-consent.ts';

const sandbox = await startTestProvider();
afterAll(disconnect);
afterEach(() => vi.restoreAllMocks());

let slug: string;
beforeAll(async () => {
  slug = (await makeGarment()).slug;
});

interface Asked {
  actor: Actor;
  id: string;
  photoId: string;
}

async function ask(): Promise<Asked> {
  const actor = await makePerson();
  const { id: photoId } = await makePhoto(actor);
  const subject = { kind: 'photo' as const, photoId };
  const { id } = await submitTryOn(actor, { garment: slug, subject }, randomUUID());
  return { actor, id, photoId };
}

const justNow = { userId: '', epoch: 0, signedInAt: nowInSeconds() };

const causes = {
  photo: ({ actor, photoId }: Asked) => deletePhoto(actor, photoId),
  look: ({ actor, id }: Asked) => deleteTryOn(actor, id),
  withdrawal: ({ actor }: Asked) => withdrawConsent(actor),
  closing: ({ actor }: Asked) => closeAccount(actor, { email: actor.email ?? '' }, justNow),
};
type Cause = keyof typeof causes;

/** Where the try-on is when its person deletes: in the very middle of each step. */
const moments = {
  queued: async (deletes: () => Promise<unknown>) => {
    await deletes();
  },
  sending: async (deletes: () => Promise<unknown>) => during('submitTryOn', deletes),
  running: async (deletes: () => Promise<unknown>) => during('checkStatus', deletes),
  'saving, before the picture is asked for': async (
    deletes: () => Promise<unknown>,
    id: string,
  ) => {
    await toSaving(id);
    await deletes();
  },
  'saving, while the picture is fetched': async (deletes: () => Promise<unknown>) =>
    during('fetchResult', deletes),
  'saving, while the picture is written': async (deletes: () => Promise<unknown>) => {
    const store = storage();
    const { put } = store;
    vi.spyOn(store, 'put').mockImplementationOnce(async (key, bytes, options) => {
      await deletes();
      await put.call(store, key, bytes, options);
    });
  },
};
type Moment = keyof typeof moments;

/** Once, while the provider is being asked. */
async function during(
  call: 'submitTryOn' | 'checkStatus' | 'fetchResult',
  deletes: () => Promise<unknown>,
): Promise<void> {
  const segmind = provider();
  const { submitTryOn, checkStatus, fetchResult } = segmind;
  switch (call) {
    case 'submitTryOn':
      vi.spyOn(segmind, call).mockImplementationOnce(async (given) => {
        await deletes();
        return submitTryOn(given);
      });
      return;
    case 'checkStatus':
      vi.spyOn(segmind, call).mockImplementationOnce(async (requestId) => {
        await deletes();
        return checkStatus(requestId);
      });
      return;
    case 'fetchResult':
      vi.spyOn(segmind, call).mockImplementationOnce(async (requestId) => {
        await deletes();
        return fetchResult(requestId);
      });
  }
}

async function toRunning(id: string): Promise<void> {
  vi.spyOn(provider(), 'checkStatus').mockResolvedValueOnce({
    kind: 'pending',
    providerStatus: 'PROCESSING',
  });
  await toState(id, 'running');
}

async function toSaving(id: string): Promise<void> {
  vi.spyOn(provider(), 'fetchResult').mockResolvedValueOnce({
    kind: 'pending',
    providerStatus: 'PROCESSING',
  });
  await toState(id, 'saving');
}

async function toState(id: string, wanted: 'running' | 'saving'): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await makeDue(id);
    await advanceTryOn(id);
    const { state } = await db().tryOn.findUniqueOrThrow({ where: { id } });
    if (state === wanted) return;
    if (isFinal(state)) break;
  }
  throw new Error(`The try-on never came to be ${wanted}.`);
}

async function lookKeys(): Promise<string[]> {
  return (await storage().list('looks/')).items.map(({ key }) => key);
}

const table = (Object.keys(causes) as Cause[]).flatMap((cause) =>
  (Object.keys(moments) as Moment[]).map((moment) => [cause, moment] as const),
);

describe('a try-on that is deleted while it is made', () => {
  it.each(table)('leaves no picture behind (%s deleted: %s)', async (cause, moment) => {
    const keysBefore = await lookKeys();
    const asked = await ask();
    const { actor, id } = asked;
    const deletes = vi.fn(() => causes[cause](asked));
    await moments[moment](deletes, id);
    const ended = await advanceUntilFinal(id);
    expect(deletes).toHaveBeenCalledOnce();

    // What was not sent is called off and given back; what was, is paid for and goes to its end.
    expect(ended.state).toBe(moment === 'queued' ? 'cancelled' : 'succeeded');
    expect(sandbox.count('submit')).toBe(moment === 'queued' ? 0 : 1);
    // A picture that nobody wants is not even fetched, where there is still time for that.
    const tooLate = moment.startsWith('saving, while');
    expect(sandbox.count('result') > 0).toBe(tooLate);
    const usage = await db().usageEntry.findMany({
      where: { tryOnId: id, kind: { not: 'RESERVE' } },
    });
    expect(usage.map(({ kind }) => kind)).toEqual([moment === 'queued' ? 'RELEASE' : 'CHARGE']);

    // Nobody sees it, from the first moment on.
    expect((await listTryOns(actor, { limit: 10 })).items).toEqual([]);
    const stillThere = await db().media.findMany({
      where: { ownerId: actor.userId, erasureId: null, storageKey: { startsWith: 'looks/' } },
    });
    expect(stillThere).toEqual([]);

    // What was on its way when its person deleted it does not lie there until somebody sweeps.
    if (tooLate) expect(await lookKeys()).toEqual(keysBefore);
    // And nothing of it is left once the sweeps have been, the latest in a few minutes.
    await sweepMedia(new Date(Date.now() + 5 * 60_000));
    expect(await lookKeys()).toEqual(keysBefore);
    const erasures = await db().erasure.findMany({ where: { userId: actor.userId } });
    expect(erasures.filter(({ doneAt }) => doneAt === null)).toEqual([]);
    expect(await db().tryOn.findUniqueOrThrow({ where: { id } })).toMatchObject({
      resultMediaId: null,
    });
    const left = await db().media.count({ where: { ownerId: actor.userId } });
    // The photo of a look that was deleted alone stays.
    expect(left).toBe(cause === 'look' ? 2 : 0);
  });
});

describe('a try-on that is deleted and then fails', () => {
  it('keeps nothing of what the provider wrote, nor does its case', async () => {
    const asked = await ask();
    await toRunning(asked.id);
    await deleteTryOn(asked.actor, asked.id);
    const providerText = 'Cannot process the shy shopper';
    vi.spyOn(provider(), 'checkStatus').mockResolvedValueOnce({
      kind: 'failed',
      errorClass: 'unclassified',
      providerText,
      httpStatus: 200,
      metrics: {},
      statusBody: {},
    });
    expect(await advanceUntilFinal(asked.id)).toMatchObject({ state: 'failed' });
    const row = await db().tryOn.findUniqueOrThrow({
      where: { id: asked.id },
      include: { reviewCase: true },
    });
    expect(row).toMatchObject({ errorClass: 'unclassified', providerText: null });
    expect(JSON.stringify(row.reviewCase?.signature)).not.toMatch(/shy/i);
    expect(row.reviewCase?.searchText).not.toMatch(/shy/i);
  });
});

describe('a try-on that waits when it is deleted', () => {
  /** As if the process had died right after the deletion was committed. */
  const hideOnly = (id: string) =>
    db().tryOn.update({ where: { id }, data: { deletedAt: new Date() } });

  it('is called off when its turn comes, if nobody did before', async () => {
    const { id } = await ask();
    await hideOnly(id);
    expect(await advanceUntilFinal(id)).toMatchObject({ state: 'cancelled' });
    expect(sandbox.count('submit')).toBe(0);
    const usage = await db().usageEntry.findMany({ where: { tryOnId: id, kind: 'RELEASE' } });
    expect(usage).toHaveLength(1);
  });

  /** As if an admin had asked for it anew while its person deleted: no mark has reached it. */
  const unmarked = {
    'the account was closed': ({ actor }: Asked) =>
      db().user.update({ where: { id: actor.userId }, data: { closedAt: new Date() } }),
    'the photo was deleted': ({ photoId }: Asked) =>
      db().photo.update({ where: { id: photoId }, data: { deletedAt: new Date() } }),
  };

  it.each(Object.entries(unmarked))('is called off without a mark too: %s', async (_, happens) => {
    const asked = await ask();
    await happens(asked);
    expect(await advanceUntilFinal(asked.id)).toMatchObject({ state: 'cancelled' });
    expect(sandbox.count('submit')).toBe(0);
  });

  it.each(Object.entries(unmarked))('is not sent any more either: %s', async (_, happens) => {
    const asked = await ask();
    const segmind = provider();
    const { uploadAssets } = segmind;
    vi.spyOn(segmind, 'uploadAssets').mockImplementationOnce(async (assets) => {
      const uploaded = await uploadAssets(assets);
      await happens(asked);
      return uploaded;
    });
    await makeDue(asked.id);
    await advanceTryOn(asked.id);
    expect(sandbox.count('submit')).toBe(0);
  });

  it('is not made of a photo that had gone before it was asked for', async () => {
    const { id, photoId } = await ask();
    const before = new Date(Date.now() - 60_000);
    await db().photo.update({ where: { id: photoId }, data: { deletedAt: before } });
    await advanceUntilFinal(id);
    expect(sandbox.count('submit')).toBe(0);
  });

  it('is not sent by a worker that had made it ready already', async () => {
    const { id } = await ask();
    const segmind = provider();
    const { uploadAssets } = segmind;
    vi.spyOn(segmind, 'uploadAssets').mockImplementationOnce(async (assets) => {
      const uploaded = await uploadAssets(assets);
      await hideOnly(id);
      return uploaded;
    });
    await makeDue(id);
    await advanceTryOn(id);
    expect(sandbox.count('submit')).toBe(0);
    expect((await db().tryOn.findUniqueOrThrow({ where: { id } })).state).toBe('queued');
  });
});

describe('withdrawing the consent', () => {
  it('takes photos and what was made of them, and nothing on house models', async () => {
    const asked = await ask();
    const { actor } = asked;
    await advanceUntilFinal(asked.id);
    await db().tryOn.update({ where: { id: asked.id }, data: { providerText: 'a shy elbow' } });
    const model = await makeHouseModel();
    const onModel = await submitTryOn(
      actor,
      { garment: slug, subject: { kind: 'house-model', slug: model.slug } },
      randomUUID(),
    );
    await advanceUntilFinal(onModel.id);
    const { erasure } = await withdrawConsent(actor);
    expect((await listTryOns(actor, { limit: 10 })).items.map(({ id }) => id)).toEqual([
      onModel.id,
    ]);
    // The photo, its copy for the provider, and the look.
    expect(await db().erasure.findUniqueOrThrow({ where: { id: erasure ?? '' } })).toMatchObject({
      cause: 'withdrawal',
      pictures: 3,
      doneAt: expect.any(Date),
    });
    expect(await db().consent.findMany({ where: { userId: actor.userId } })).toMatchObject([
      { withdrawnAt: expect.any(Date), text: expect.stringContaining('Segmind') },
    ]);
    expect(await db().tryOn.findUniqueOrThrow({ where: { id: asked.id } })).toMatchObject({
      providerText: null,
    });
    // Once more there is nothing to take.
    expect(await withdrawConsent(actor)).toEqual({ erasure: null });
    // A new photo is a new consent.
    await makePhoto(actor);
    expect(await db().consent.count({ where: { userId: actor.userId, withdrawnAt: null } })).toBe(
      1,
    );
  });

  it('is not undone by a photo that was on its way', async () => {
    for (let round = 0; round < 3; round += 1) {
      const actor = await makePerson();
      await makePhoto(actor);
      const bytes = await plainPicture('#8899aa');
      const [added] = await Promise.allSettled([
        addPhoto(actor, { bytes, consentVersion: currentConsent.version }),
        withdrawConsent(actor),
      ]);
      if (added.status === 'rejected') expect(added.reason).toMatchObject({ code: 'conflict' });
      const { userId } = actor;
      expect(await db().photo.count({ where: { userId, deletedAt: null } })).toBe(0);
      expect(await db().consent.count({ where: { userId, withdrawnAt: null } })).toBe(0);
    }
  });

  it('meets a try-on of the same moment in one order or the other', async () => {
    for (let round = 0; round < 5; round += 1) {
      const actor = await makePerson();
      const { id: photoId } = await makePhoto(actor);
      const subject = { kind: 'photo' as const, photoId };
      const submits = Array.from({ length: 4 }, () =>
        submitTryOn(actor, { garment: slug, subject }, randomUUID()),
      );
      const [, ...results] = await withoutDeadlock(() =>
        Promise.allSettled([withdrawConsent(actor), ...submits]),
      );
      for (const result of results) {
        if (result.status === 'rejected') {
          expect(['not_found', 'consent_required']).toContain(result.reason.code);
        }
      }
      const open = await db().tryOn.findMany({
        where: { userId: actor.userId, state: { not: 'cancelled' }, deletedAt: null },
      });
      expect(open).toEqual([]);
    }
  });
});

it.each(Object.keys(causes) as Cause[])(
  'shows the provider no picture when the %s is between the claim and the upload',
  async (cause) => {
    const asked = await ask();
    const [held] = (await claimSends(1, new Date())).held;
    if (held?.id !== asked.id) throw new Error('It is the only one in the queue.');
    await causes[cause](asked);
    await advanceHeldTryOn(held);
    expect(sandbox.count('upload')).toBe(0);
    expect(sandbox.count('submit')).toBe(0);
  },
);
