import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { RenderPlanBody } from '#lib/contracts/render.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { drawGarment } from '#lib/server/images/testing/drawn-garments.ts';
import { feedRun } from '#lib/server/rendering/feed-run.ts';
import { feedRenderRunTask } from '#lib/server/rendering/feed-task.ts';
import { holdGarment, refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { retryCase } from '#lib/server/testing/retry-case.ts';
import {
  makeGarment,
  makeHouseModel,
  makePerson,
  makeShop,
} from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { claimSends, currentRoom } from './claim-sends.ts';
import { cleanUpload } from './clean-upload.ts';
import { getRender } from './get-render.ts';
import { planRender } from './plan-render.ts';
import { startRender } from './start-render.ts';
import { steerRender } from './steer-render.ts';
import { storeGarmentPicture } from './store-garment-picture.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendShop } from './suspend-shop.ts';
import { undoDecision } from './undo-decision.ts';

const provider = await startTestProvider();
afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

let readiness: Awaited<ReturnType<typeof storeGarmentPicture>>['readiness'];
beforeAll(async () => {
  const drawn = await cleanUpload(await drawGarment(), 'garment');
  ({ readiness } = await storeGarmentPicture(drawn, new Date()));
});

let owner: Actor;
let shop: { id: string; slug: string };
let models: { id: string; slug: string }[];
let garments: { id: string; slug: string }[];
let body: RenderPlanBody;

/** A shop with two garments and two house models, to each test. */
beforeEach(async () => {
  owner = await makePerson({ role: 'MERCHANT' });
  shop = await makeShop(owner);
  models = [await makeHouseModel(), await makeHouseModel()];
  garments = [await readyGarment(), await readyGarment()];
  body = {
    garments: { ids: garments.map(({ id }) => id) },
    models: models.map(({ slug }) => slug),
  };
});

/** One whose picture shows a garment. */
async function readyGarment() {
  const garment = await makeGarment({ shopId: shop.id });
  await db().garmentImage.updateMany({ where: { garmentId: garment.id }, data: { readiness } });
  await db().$transaction((tx) => refreshReadiness(tx, garment.id));
  return garment;
}

async function start(expected = 4, asked = body) {
  const { id } = await startRender(owner, shop.slug, { ...asked, show: true, expected });
  return id;
}

const roundOf = async (id: string) =>
  (await db().renderRun.findUniqueOrThrow({ where: { id } })).round;

/** Rounds as the background work does them, until it would rest. */
async function feed(id: string, now = new Date()) {
  let more: boolean;
  do {
    more = false;
    const comeBack = async (_: unknown, __: unknown, after: Date) => {
      more = after <= now;
    };
    await feedRun({ runId: id, round: await roundOf(id) }, comeBack, now);
  } while (more);
}

const underWay = async (id: string) => {
  const rows = await db().renderItem.findMany({
    where: { runId: id, state: 'under_way' },
    orderBy: { position: 'asc' },
  });
  return rows.flatMap(({ tryOnId }) => tryOnId ?? []);
};
const finish = async (id: string) => {
  for (const tryOnId of await underWay(id)) await advanceUntilFinal(tryOnId);
};

/** To its end, or for as long as it moves. */
async function work(id: string) {
  for (let round = 0; round < 20; round += 1) {
    await feed(id);
    await finish(id);
    const run = await getRender(owner, shop.slug, id);
    if (run.state !== 'running') return run;
  }
  throw new Error('The run does not come to an end.');
}

it('makes every picture once, and shows it', async () => {
  const posts = provider.count('submit');
  const run = await work(await start());
  expect(run).toMatchObject({ state: 'done', counts: { made: 4, failed: 0 } });
  expect(run.newest).toHaveLength(4);
  expect(run.costMicros).toBeGreaterThan(0);
  expect(provider.count('submit')).toBe(posts + 4);
  const looks = await db().modelLook.findMany({
    where: { garmentId: { in: garments.map(({ id }) => id) } },
  });
  expect(looks.filter(({ shown, mediaId }) => shown && mediaId)).toHaveLength(4);
});

it('says before what it would do: what is there, what is free, what is left out and why', async () => {
  const [garment, other] = garments;
  const [model] = models;
  if (!garment || !other || !model) throw new Error('There are two of each.');
  // One the shop has, one a shopper has.
  const one = { garments: { ids: [garment.id] }, models: [model.slug] };
  await work(await start(1, one));
  const shopper = await makePerson();
  const { id } = await submitTryOn(
    shopper,
    { garment: other.slug, subject: { kind: 'house-model', slug: model.slug } },
    'of a shopper',
  );
  await advanceUntilFinal(id);
  const wrong = await makeGarment({ shopId: shop.id });
  await db().garment.update({ where: { id: wrong.id }, data: { readiness: 'NOT_READY' } });
  await db().shop.update({ where: { id: shop.id }, data: { dailyTryOns: 10 } });
  const all = {
    ...body,
    garments: { all: { q: '', status: null, kind: null, readiness: null, tag: '' } },
  };
  expect(await planRender(owner, shop.slug, all)).toMatchObject({
    garments: 3,
    pairs: 4,
    there: 1,
    free: 1,
    toMake: 2,
    leftOut: [{ reason: 'not_ready', count: 1, garments: [{ id: wrong.id }] }],
    costMicros: { measured: true },
    places: 8,
  });
  const posts = provider.count('submit');
  expect((await work(await start(3, all))).counts).toMatchObject({ made: 2, found: 1 });
  expect(provider.count('submit')).toBe(posts + 2);
});

it('asks for a few at a time, and a pause holds at once', async () => {
  const id = await start();
  await feed(id);
  const asked = await underWay(id);
  expect(asked).toHaveLength(3);
  const posts = provider.count('submit');
  const paused = await steerRender(owner, { shop: shop.slug, id, verb: 'pause' });
  expect(paused).toMatchObject({ state: 'paused', pausedBy: 'by_hand', counts: { waiting: 4 } });
  expect(await db().tryOn.count({ where: { id: { in: asked }, state: 'cancelled' } })).toBe(3);
  // What was taken back counts against nobody.
  expect(await db().usageEntry.count({ where: { tryOnId: { in: asked }, kind: 'RELEASE' } })).toBe(
    3,
  );
  await feed(id);
  expect(await underWay(id)).toEqual([]);
  expect(provider.count('submit')).toBe(posts);
  await steerRender(owner, { shop: shop.slug, id, verb: 'resume' });
  expect((await work(id)).counts.made).toBe(4);
  expect(provider.count('submit')).toBe(posts + 4);
});

it('keeps what the provider has when it is stopped', async () => {
  const id = await start();
  await feed(id);
  const [first] = await underWay(id);
  // It is with the provider already.
  await db().tryOn.update({
    where: { id: first ?? '' },
    data: { state: 'running', requestId: `held ${first}`, submittedAt: new Date() },
  });
  const stopped = await steerRender(owner, { shop: shop.slug, id, verb: 'stop' });
  expect(stopped).toMatchObject({ state: 'stopped', counts: { under_way: 1, waiting: 3 } });
  await db().tryOn.update({
    where: { id: first ?? '' },
    data: { state: 'succeeded', finishedAt: new Date(), nextActionAt: null },
  });
  await feed(id);
  expect((await getRender(owner, shop.slug, id)).counts).toMatchObject({ made: 1, waiting: 3 });
});

it('does nothing twice when a round is repeated, or one that is over comes again', async () => {
  const id = await start();
  const round = await roundOf(id);
  const dies = feedRun({ runId: id, round }, async () => {
    throw new Error('killed');
  });
  await expect(dies).rejects.toThrow('killed');
  expect(await db().tryOn.count({ where: { shopId: shop.id } })).toBe(0);
  await Promise.all([feed(id), feed(id)]);
  await feedRun({ runId: id, round }, async () => {});
  expect(await db().tryOn.count({ where: { shopId: shop.id } })).toBe(3);
});

it('goes on by itself, and where it was when the process was another', async () => {
  const wait = { timeout: 20_000, interval: 50 };
  const before = runTasks([feedRenderRunTask]);
  const id = await start();
  await vi.waitFor(async () => expect(await underWay(id)).toHaveLength(3), wait);
  await before.stop(1_000);
  await finish(id);
  const after = runTasks([feedRenderRunTask]);
  onTestFinished(() => after.stop(1_000));
  await vi.waitFor(async () => expect(await underWay(id)).toHaveLength(1), wait);
  await finish(id);
  await vi.waitFor(async () => {
    const run = await getRender(owner, shop.slug, id);
    expect(run).toMatchObject({ state: 'done', counts: { made: 4 } });
  }, wait);
  // The runs of other tests go on as well, so it is this shop's that are counted.
  const sent = await db().tryOn.findMany({ where: { shopId: shop.id } });
  expect(sent.map(({ state, attempts }) => [state, attempts])).toEqual(
    Array.from({ length: 4 }, () => ['succeeded', 1]),
  );
});

it('pauses itself when the shop may ask for no more, and says so', async () => {
  await db().shop.update({ where: { id: shop.id }, data: { dailyTryOns: 2 } });
  const id = await start();
  const run = await work(id);
  expect(run).toMatchObject({ state: 'paused', pausedBy: 'allowance' });
  await finish(id);
  await feed(id);
  expect((await getRender(owner, shop.slug, id)).counts).toMatchObject({ made: 2, waiting: 2 });
  await db().shop.update({ where: { id: shop.id }, data: { dailyTryOns: null } });
  await steerRender(owner, { shop: shop.slug, id, verb: 'resume' });
  expect((await work(id)).counts.made).toBe(4);
});

it('pauses when nobody of the shop answers for it any more', async () => {
  const id = await start();
  await db().shopMember.deleteMany({ where: { shopId: shop.id } });
  await feed(id);
  expect(await db().renderRun.findUnique({ where: { id } })).toMatchObject({
    state: 'paused',
    pausedBy: 'nobody',
  });
});

it('is asked for by two runs and made once', async () => {
  const posts = provider.count('submit');
  const [one, other] = [await start(), await start()];
  await Promise.all([feed(one), feed(other)]);
  const first = await work(one);
  const second = await work(other);
  expect(provider.count('submit')).toBe(posts + 4);
  expect(first.counts.made + second.counts.made).toBe(4);
  expect(first.counts.found + second.counts.found).toBe(4);
});

it('is done when all of it came although it was paused', async () => {
  const [garment] = garments;
  const [model] = models;
  const one = { garments: { ids: [garment?.id ?? ''] }, models: [model?.slug ?? ''] };
  const id = await start(1, one);
  await feed(id);
  const [tryOnId = ''] = await underWay(id);
  await db().tryOn.update({
    where: { id: tryOnId },
    data: { state: 'running', requestId: tryOnId },
  });
  await steerRender(owner, { shop: shop.slug, id, verb: 'pause' });
  const data = { state: 'succeeded', finishedAt: new Date(), nextActionAt: null } as const;
  await db().tryOn.update({ where: { id: tryOnId }, data });
  await feed(id);
  expect(await getRender(owner, shop.slug, id)).toMatchObject({ state: 'done', pausedBy: null });
});

it('is sent with what shoppers leave of the calls, and after them', async () => {
  const id = await start();
  await feed(id);
  const now = new Date();
  await currentRoom(now);
  // Enough for a shopper, and not for more than what is kept for the next.
  const few = () => db().providerGate.updateMany({ data: { tokens: 4, refilledAt: now } });
  await few();
  expect((await claimSends(8, now)).held).toEqual([]);
  const shopper = await makePerson();
  const subject = { kind: 'house-model', slug: models[0]?.slug ?? '' } as const;
  const asked = await submitTryOn(
    shopper,
    { garment: garments[0]?.slug ?? '', subject, seed: 7 },
    'before bulk work',
    now,
  );
  const { held } = await claimSends(8, now);
  expect(held.map((one) => one.id)).toEqual([asked.id]);
  // In a quiet hour there is room for it.
  await db().providerGate.updateMany({ data: { tokens: 100_000, refilledAt: now } });
  expect((await claimSends(8, now)).held.map(({ lane }) => lane)).toEqual(['BULK', 'BULK', 'BULK']);
});

it('stands still in a suspended shop, and sees what is under way to its end', async () => {
  const id = await start();
  let next = { runId: id, round: 0 };
  const round = () =>
    feedRun(next, async (_tx, following) => {
      next = following;
    });
  for (let rounds = 0; rounds < 4; rounds += 1) await round();
  const asked = await underWay(id);
  expect(asked).toHaveLength(3);
  await suspendShop(await makePerson({ role: 'ADMIN' }), shop.slug, 'Counterfeits');
  await finish(id);
  await round();
  expect(await getRender(owner, shop.slug, id)).toMatchObject({
    state: 'paused',
    counts: { made: 3, under_way: 0, waiting: 1 },
  });
});

it('asks for nothing in a shop that was suspended before it began', async () => {
  const id = await start();
  await db().shop.update({ where: { id: shop.id }, data: { suspendedAt: new Date() } });
  await feed(id);
  expect(await getRender(owner, shop.slug, id)).toMatchObject({
    state: 'paused',
    pausedBy: 'nobody',
    counts: { waiting: 4 },
  });
});

it('has what failed made once more', async () => {
  await provider.script({ submit: [{ fault: 'blocked' }] });
  const id = await start();
  const run = await work(id);
  expect(run).toMatchObject({ state: 'done', counts: { made: 3, failed: 1 } });
  expect(run.failed).toMatchObject([{ problem: 'content_blocked' }]);
  const before = await db().renderItem.findFirstOrThrow({ where: { runId: id, state: 'failed' } });
  await steerRender(owner, { shop: shop.slug, id, verb: 'retry' });
  expect((await work(id)).counts).toMatchObject({ made: 4, failed: 0 });
  const after = await db().renderItem.findFirstOrThrow({
    where: { runId: id, position: before.position },
    select: { tryOn: { select: { retryOfId: true } } },
  });
  expect(after.tryOn?.retryOfId).toBe(before.tryOnId);
});

it('sees the end of what an admin has made once more, when it was over', async () => {
  await provider.script({ submit: [{ fault: 'blocked' }] });
  const id = await start();
  expect(await work(id)).toMatchObject({ state: 'done', counts: { made: 3, failed: 1 } });
  const { tryOnId } = await db().renderItem.findFirstOrThrow({
    where: { runId: id, state: 'failed' },
  });
  await retryCase(await makePerson({ role: 'ADMIN' }), tryOnId ?? '');
  expect(await getRender(owner, shop.slug, id)).toMatchObject({ state: 'running', endedAt: null });
  expect(await work(id)).toMatchObject({ state: 'done', counts: { made: 4, failed: 0 } });
});

it('waits for the first again when an admin takes a retry back, and for the next one after that', async () => {
  await provider.script({ submit: [{ fault: 'blocked' }] });
  const id = await start();
  await work(id);
  const failed = await db().renderItem.findFirstOrThrow({ where: { runId: id, state: 'failed' } });
  const tryOnId = failed.tryOnId ?? '';
  const { garmentId, houseModelId } = failed;
  const look = () => db().modelLook.findFirstOrThrow({ where: { garmentId, houseModelId } });
  const admin = await makePerson({ role: 'ADMIN' });
  await retryCase(admin, tryOnId);
  const { version } = await db().reviewCase.findUniqueOrThrow({ where: { tryOnId } });
  await undoDecision(admin, tryOnId, version);
  expect((await look()).tryOnId).toBe(tryOnId);
  // Its next round asks for nothing by itself.
  const posts = provider.count('submit');
  expect(await work(id)).toMatchObject({ state: 'done', counts: { made: 3, failed: 1 } });
  expect(provider.count('submit')).toBe(posts);

  const { id: second } = await retryCase(admin, tryOnId);
  expect(await work(id)).toMatchObject({ state: 'done', counts: { made: 4, failed: 0 } });
  expect(await look()).toMatchObject({ tryOnId: second, mediaId: expect.any(String) });
});

it('is not asked by an admin for a take that the shop has replaced since', async () => {
  await provider.script({ submit: [{ fault: 'blocked' }] });
  const id = await start();
  await work(id);
  const { tryOnId } = await db().renderItem.findFirstOrThrow({
    where: { runId: id, state: 'failed' },
  });
  await steerRender(owner, { shop: shop.slug, id, verb: 'retry' });
  await work(id);
  await expect(retryCase(await makePerson({ role: 'ADMIN' }), tryOnId ?? '')).rejects.toMatchObject(
    { code: 'conflict', message: expect.stringContaining('another take') },
  );
});

it('never has a shopper wait for a garment that it holds', async () => {
  const shopper = await makePerson();
  const [garment] = garments;
  const subject = { kind: 'house-model', slug: models[0]?.slug ?? '' } as const;
  const asked = await db().$transaction(async (tx) => {
    await holdGarment(tx, garment?.id ?? '');
    return submitTryOn(shopper, { garment: garment?.slug ?? '', subject }, 'meanwhile');
  });
  expect(asked.state).toBe('queued');
});

it('lets viewers look, and others not even that', async () => {
  const id = await start();
  const viewer = await makePerson({ role: 'MERCHANT' });
  await db().shopMember.create({
    data: { shopId: shop.id, userId: viewer.userId, role: 'VIEWER' },
  });
  const stranger = await makePerson({ role: 'MERCHANT' });
  expect((await getRender(viewer, shop.slug, id)).id).toBe(id);
  const steer = (actor: Actor, slug = shop.slug) =>
    steerRender(actor, { shop: slug, id, verb: 'pause' });
  await expect(steer(viewer)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(steer(stranger)).rejects.toMatchObject({ code: 'not_found' });
  const own = await makeShop(stranger);
  await expect(steer(stranger, own.slug)).rejects.toMatchObject({ code: 'not_found' });
  await expect(getRender(stranger, own.slug, id)).rejects.toMatchObject({ code: 'not_found' });
  // Its garments are none of another shop's plan.
  expect(await planRender(stranger, own.slug, body)).toMatchObject({ garments: 0, pairs: 0 });
});
