import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MOST_AHEAD } from '#lib/domain/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { pauseByHand, resumeByHand } from '#lib/server/repositories/provider-gate.ts';
import { claimQueued } from '#lib/server/repositories/try-on-claims.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import {
  makeGarment,
  makeHouseModel,
  makePerson,
  makePhoto,
} from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal, makeDue } from '#lib/server/testing/until-final.ts';
import { advanceDueTryOns } from './advance-due-try-ons.ts';
import { advanceTryOn } from './advance-try-on.ts';
import { claimSends } from './claim-sends.ts';
import { getTryOn } from './get-try-on.ts';
import { sendFirstInQueue } from './send-first-in-queue.ts';
import { submitTryOn } from './submit-try-on.ts';
import { warnOfExpiry } from './warn-of-expiry.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let shopper: Actor;
let photoId: string;
beforeAll(async () => {
  shopper = await makePerson({ role: 'ADMIN' });
  photoId = (await makePhoto(shopper)).id;
});
// Each test has the queue to itself.
beforeEach(async () => {
  const waiting = await db().tryOn.findMany({ where: { state: 'queued' } });
  for (const { id, userId } of waiting) await cancelQueuedTryOn(id, userId, new Date());
});

let keys = 0;
async function ask(garment: string, houseModel?: string, actor = shopper, seed?: number) {
  keys += 1;
  const subject = houseModel
    ? ({ kind: 'house-model', slug: houseModel } as const)
    : ({ kind: 'photo', photoId } as const);
  return submitTryOn(actor, { garment, subject, seed }, `sending-${keys}`);
}
const askMany = async (garment: string, n: number) => {
  const ids: string[] = [];
  for (let i = 0; i < n; i += 1) ids.push((await ask(garment)).id);
  return ids;
};
const statesOf = async (ids: string[]) => {
  const rows = await db().tryOn.findMany({ where: { id: { in: ids } }, orderBy: { turn: 'asc' } });
  return rows.map(({ state }) => state);
};
const probeNow = () => db().providerGate.updateMany({ data: { probeAt: new Date(0) } });
const ringUntil = async (done: () => Promise<boolean>) => {
  for (let turn = 0; turn < 40; turn += 1) {
    await db().tryOn.updateMany({
      where: { nextActionAt: { not: null } },
      data: { nextActionAt: new Date(0) },
    });
    await advanceDueTryOns();
    if (await done()) return;
  }
  throw new Error('It did not come to that.');
};

describe('an outage', () => {
  it('holds the queue instead of failing everybody, and ends by itself', async () => {
    const { slug } = await makeGarment();
    await provider.script({ submit: [{ fault: 'submit-503', times: 4 }] });
    const ids = await askMany(slug, 10);
    await advanceDueTryOns(4);
    expect((await db().providerGate.findFirstOrThrow()).pausedReason).toBe('outage');
    expect(await statesOf(ids)).toEqual(Array(10).fill('queued'));

    // However often somebody rings, nobody else is sent.
    for (let turn = 0; turn < 5; turn += 1) await advanceDueTryOns();
    expect(provider.count('submit')).toBe(4);
    const { view } = await getTryOn(shopper, ids[9] ?? '');
    expect(view).toMatchObject({ state: 'queued', waiting: 'provider_unreachable' });
    const events = await db().tryOnEvent.count({ where: { tryOnId: ids[9] } });
    expect(events).toBe(2);

    await probeNow();
    await ringUntil(async () => (await statesOf(ids)).every((state) => state === 'succeeded'));
    expect(await db().providerGate.findFirstOrThrow()).toMatchObject({ pausedReason: null });
    expect(provider.count('submit')).toBe(14);
  });

  it('risks no try-on while the account itself does not answer', async () => {
    const { slug } = await makeGarment();
    await provider.script({ submit: [{ fault: 'submit-401' }] });
    const ids = await askMany(slug, 2);
    await advanceDueTryOns(1);
    await provider.line.cut();
    for (let turn = 0; turn < 3; turn += 1) {
      await probeNow();
      await advanceDueTryOns();
    }
    const { probes, probeAt, pausedReason } = await db().providerGate.findFirstOrThrow();
    expect({ probes, pausedReason }).toEqual({ probes: 3, pausedReason: 'credentials' });
    expect(probeAt?.getTime()).toBeGreaterThan(Date.now() + 60_000);
    expect(provider.count('submit')).toBe(1);
    expect(await statesOf(ids)).toEqual(['queued', 'queued']);
    await provider.line.mend();
    await probeNow();
    await ringUntil(async () => (await statesOf(ids)).every((state) => state === 'succeeded'));
  });

  it('lets one probe through at a time, however many ring', async () => {
    const { slug } = await makeGarment();
    await provider.script({ submit: [{ fault: 'out-of-credits' }] });
    await askMany(slug, 5);
    await advanceDueTryOns(1);
    await probeNow();
    const claims = await Promise.all(Array.from({ length: 12 }, () => claimSends(5, new Date())));
    const probes = claims.flatMap(({ held }) => held);
    expect(probes).toHaveLength(1);
    expect(probes[0]?.probe).toBe(true);
  });

  it('is not probed by a submit, whose ring is for people alone', async () => {
    const { slug } = await makeGarment();
    await provider.script({ submit: [{ fault: 'out-of-credits' }] });
    const ids = await askMany(slug, 2);
    await db().tryOn.updateMany({ where: { id: { in: ids } }, data: { lane: 'BULK' } });
    await advanceDueTryOns(1);
    await probeNow();
    await sendFirstInQueue();
    expect(provider.count('submit')).toBe(1);
    await ringUntil(async () => (await statesOf(ids)).every((state) => state === 'succeeded'));
  });
});

describe('a pause by hand', () => {
  it('keeps everything in the queue until it is ended by hand, and says so', async () => {
    const { slug } = await makeGarment();
    await ask(slug).then(({ id }) => advanceUntilFinal(id));
    await pauseByHand(db(), { actorId: shopper.userId, note: 'Moving house' }, new Date());
    const { id } = await ask(slug);
    await advanceTryOn(id);
    await advanceDueTryOns();
    expect(provider.count('submit')).toBe(1);
    expect((await getTryOn(shopper, id)).view).toMatchObject({
      state: 'queued',
      waiting: 'provider_paused',
    });
    await resumeByHand(db(), new Date());
    expect((await getTryOn(shopper, id)).view).toMatchObject({ waiting: null });
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
  });
});

describe('the queue', () => {
  it('goes round the shops, however many one of them asks for at once', async () => {
    const big = await makeGarment();
    const small = await makeGarment();
    const crowd = await askMany(big.slug, 12);
    const few = await askMany(small.slug, 3);
    const order: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const { held } = await claimSends(1, new Date());
      order.push(...held.map(({ shopId }) => (shopId === small.shopId ? 'small' : 'big')));
    }
    expect(order.filter((shop) => shop === 'small')).toHaveLength(3);
    expect(order.slice(0, 6).filter((shop) => shop === 'small').length).toBeGreaterThanOrEqual(2);
    expect(crowd).toHaveLength(12);
    expect(few).toHaveLength(3);
  });

  it('tells everybody how many are before them, and sends people before bulk work', async () => {
    const { slug } = await makeGarment();
    const [bulk = '', first = '', second = ''] = await askMany(slug, 3);
    await db().tryOn.update({ where: { id: bulk }, data: { lane: 'BULK' } });
    const ahead = async (id: string) => {
      const { view } = await getTryOn(shopper, id);
      return view?.state === 'queued' ? view.ahead : null;
    };
    expect([await ahead(bulk), await ahead(first), await ahead(second)]).toEqual([2, 0, 1]);
    expect((await claimSends(1, new Date())).held.map(({ id }) => id)).toEqual([first]);
  });

  it('is counted only as far as anybody wants to know', async () => {
    const { slug } = await makeGarment();
    const last = await ask(slug);
    const { id: _, turn, ...like } = await db().tryOn.findUniqueOrThrow({ where: { id: last.id } });
    await db().tryOn.createMany({
      data: Array.from({ length: MOST_AHEAD + 5 }, (_, n) => ({
        ...like,
        turn: turn - BigInt(n + 1),
        idempotencyKey: `before-${n}`,
      })),
    });
    const { view } = await getTryOn(shopper, last.id);
    expect(view).toMatchObject({ state: 'queued', ahead: MOST_AHEAD + 1 });
  });

  it('is claimed no further than the limit, whatever plan the database makes', async () => {
    const { slug } = await makeGarment();
    await askMany(slug, 4);
    const held = await db().$transaction(async (tx) => {
      // What is left looks for the candidates anew for each row.
      for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'indexscan']) {
        await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`);
      }
      return claimQueued(tx, { limit: 2 }, new Date());
    });
    expect(held).toHaveLength(2);
  });

  it('does not let a ring for one jump over those before it', async () => {
    const { slug } = await makeGarment();
    const ids = await askMany(slug, 12);
    await advanceTryOn(ids[11] ?? '');
    expect((await statesOf(ids)).indexOf('queued')).toBe(8);
  });
});

describe('the same picture of a house model', () => {
  it('is paid for once, however many ask for it at the same time', async () => {
    const { slug } = await makeGarment();
    const model = await makeHouseModel();
    const people = await Promise.all(Array.from({ length: 6 }, () => makePerson()));
    const asked = await Promise.all(people.map((person) => ask(slug, model.slug, person)));
    const ids = asked.map(({ id }) => id);
    await ringUntil(async () => (await statesOf(ids)).every((state) => state === 'succeeded'));
    expect(provider.count('submit')).toBe(1);

    const rows = await db().tryOn.findMany({
      where: { id: { in: ids } },
      include: { resultMedia: true, usage: true },
    });
    const media = rows.flatMap(({ resultMedia }) => resultMedia ?? []);
    expect(new Set(media.map(({ storageKey }) => storageKey)).size).toBe(6);
    for (const { userId, resultMedia } of rows) expect(resultMedia?.ownerId).toBe(userId);
    // Only the one that was made counts.
    const charged = rows.flatMap(({ usage }) => usage.filter(({ kind }) => kind === 'CHARGE'));
    expect(charged).toHaveLength(1);
    expect(rows.filter(({ costMicros }) => costMicros !== null)).toHaveLength(1);

    // Each has a copy: one who deletes theirs takes nothing from the others.
    const bytes = await Promise.all(media.map(({ storageKey }) => storage().head(storageKey)));
    expect(bytes.every(Boolean)).toBe(true);
  });

  it('is made anew for whoever asks for another take, and never shared of a photo', async () => {
    const { slug } = await makeGarment();
    const model = await makeHouseModel();
    await advanceUntilFinal((await ask(slug, model.slug)).id);
    await advanceUntilFinal((await ask(slug, model.slug, shopper, 4711)).id);
    expect(provider.count('submit')).toBe(2);
    await advanceUntilFinal((await ask(slug, undefined, shopper, 4711)).id);
    await advanceUntilFinal((await ask(slug, undefined, shopper, 4711)).id);
    expect(provider.count('submit')).toBe(4);
  });

  it('is asked for again when the first one failed', async () => {
    const { slug } = await makeGarment();
    const model = await makeHouseModel();
    await provider.script({ submit: [{ fault: 'blocked' }] });
    const first = await ask(slug, model.slug);
    const second = await ask(slug, model.slug);
    await ringUntil(async () =>
      (await statesOf([first.id, second.id])).every(
        (state) => state !== 'queued' && state !== 'running',
      ),
    );
    expect((await statesOf([first.id, second.id])).sort()).toEqual(['blocked', 'succeeded']);
  });
});

describe('the hour of a record', () => {
  it('is warned of at 45 minutes, once, and the warning goes when the picture is saved', async () => {
    const { slug } = await makeGarment();
    const { id } = await ask(slug);
    await advanceTryOn(id);
    await db().tryOn.update({
      where: { id },
      data: { submittedAt: new Date(Date.now() - 46 * 60_000) },
    });
    await db().$transaction(async (tx) => {
      // Somebody moves it just now.
      await tx.tryOn.update({ where: { id }, data: { stumbles: 1 } });
      expect(await warnOfExpiry()).toBe(0);
    });
    expect(await warnOfExpiry()).toBe(1);
    expect(await warnOfExpiry()).toBe(0);
    const reviewCase = () => db().reviewCase.findUniqueOrThrow({ where: { tryOnId: id } });
    expect(await reviewCase()).toMatchObject({ status: 'OPEN' });
    await makeDue(id);
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
    expect(await reviewCase()).toMatchObject({ status: 'RESOLVED', resolution: 'saved_in_time' });
  });
});
