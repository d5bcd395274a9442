import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bucketOf, countIn } from '#lib/domain/latency-buckets.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { findLastHour, listHours } from '#lib/server/repositories/ops-hours.ts';
import { listWorkers } from '#lib/server/repositories/ops-workers.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { getOperations } from '#lib/server/use-cases/get-operations.ts';
import { getOperationsHistory } from '#lib/server/use-cases/get-operations-history.ts';
import { beatOf } from './beat.ts';
import { renderMetrics } from './render-metrics.ts';
import { watchOperations } from './watch-operations.ts';

await startTestProvider();
afterAll(disconnect);

const admin: Actor = {
  userId: randomUUID(),
  isGuest: false,
  role: 'ADMIN',
  name: null,
  email: null,
};
const noon = new Date('2026-11-28T12:30:00Z');
const ago = (seconds: number) => new Date(noon.getTime() - seconds * 1000);
const MINUTE = 60;
const HOUR = 60 * MINUTE;

let common: Prisma.TryOnUncheckedCreateInput;
beforeAll(async () => {
  const shopper = await makePerson();
  const { id: garmentId, shopId } = await makeGarment();
  const image = await db().garmentImage.findFirstOrThrow({ where: { garmentId } });
  common = {
    userId: shopper.userId,
    shopId,
    garmentId,
    garmentImageId: image.id,
    photoId: (await makePhoto(shopper)).id,
    category: 'UPPER_BODY',
    steps: 20,
    guidance: 2,
    seed: 1n,
    idempotencyKey: '',
  };
});

beforeEach(async () => {
  await db().tryOn.deleteMany();
  await db().opsSample.deleteMany();
  await db().opsHour.deleteMany();
  await db().opsLastHour.deleteMany();
  await db().workerBeat.deleteMany();
});

const add = (row: Partial<Prisma.TryOnUncheckedCreateInput>) =>
  db().tryOn.create({
    data: {
      ...common,
      idempotencyKey: randomUUID(),
      requestId: row.submittedAt ? randomUUID() : null,
      ...(row.finishedAt ? { nextActionAt: null } : {}),
      ...row,
    },
  });

/** A look that took 2 s to be sent, 8 s to be rendered and 1 s to be saved. */
const addLook = (endedSecondsAgo: number, more: Partial<Prisma.TryOnUncheckedCreateInput> = {}) =>
  add({
    state: 'succeeded',
    createdAt: ago(endedSecondsAgo + 11),
    submittedAt: ago(endedSecondsAgo + 9),
    completedAt: ago(endedSecondsAgo + 1),
    finishedAt: ago(endedSecondsAgo),
    costMicros: 75_000,
    ...more,
  });

describe('a minute', () => {
  it('is noted once, however many look at it', async () => {
    await add({ createdAt: ago(90) });
    await add({ createdAt: ago(9_000), lane: 'BULK' });
    await add({ state: 'running', submittedAt: ago(50 * MINUTE) });
    await add({ state: 'running', submittedAt: ago(MINUTE) });
    await Promise.all([1, 2, 3, 4].map(() => watchOperations(noon)));
    await watchOperations(new Date(noon.getTime() + 20_000));
    const samples = await db().opsSample.findMany();
    expect(samples).toHaveLength(1);
    expect(samples[0]).toMatchObject({
      minute: noon,
      queued: 2,
      oldestSeconds: 90,
      underWay: 2,
      nearHour: 1,
      credits: 1_000,
      paused: false,
    });
  });

  it('asks for the balance once in five', async () => {
    for (let minute = 0; minute < 6; minute += 1) {
      if (minute === 1) await db().opsSample.updateMany({ data: { credits: 7 } });
      await watchOperations(new Date(noon.getTime() + minute * 60_000));
    }
    const credits = (await db().opsSample.findMany({ orderBy: { minute: 'asc' } })).map(
      (row) => row.credits,
    );
    expect(credits).toEqual([7, 7, 7, 7, 7, 1_000]);
  });
});

describe('hours', () => {
  it('tell what ended in them and how long it took, the same however often they are summed', async () => {
    await addLook(MINUTE);
    await addLook(40 * MINUTE);
    await addLook(2 * MINUTE, { lane: 'BULK', createdAt: ago(3 * HOUR) });
    // Found, and never sent.
    await addLook(3 * MINUTE, { submittedAt: null, completedAt: null, costMicros: null });
    await add({ state: 'blocked', finishedAt: ago(5 * MINUTE), costMicros: 75_000 });
    await add({ state: 'cancelled', finishedAt: ago(5 * MINUTE) });
    await watchOperations(noon);
    const first = await listHours(db(), ago(3 * HOUR));
    await watchOperations(new Date(noon.getTime() + 60_000));
    expect(await listHours(db(), ago(3 * HOUR))).toEqual(first);

    const [eleven, twelve] = first;
    expect(eleven).toMatchObject({ hour: new Date('2026-11-28T11:00:00Z'), succeeded: 1 });
    expect(twelve).toMatchObject({
      succeeded: 3,
      blocked: 1,
      cancelled: 1,
      failed: 0,
      costMicros: 225_000,
    });
    expect(
      twelve && [twelve.waiting, twelve.rendering, twelve.saving, twelve.whole].map(countIn),
    ).toEqual([1, 2, 2, 1]);
    expect(twelve?.rendering[bucketOf(8)]).toBe(2);
    expect(twelve?.whole[bucketOf(11)]).toBe(1);
    expect(await findLastHour(db())).toMatchObject({ succeeded: 4, blocked: 1 });
  });

  it('that nobody was there to sum are caught up with', async () => {
    await addLook(50 * HOUR);
    await watchOperations(ago(50 * HOUR));
    await addLook(30 * HOUR);
    await watchOperations(noon);
    const hours = await listHours(db(), ago(60 * HOUR));
    expect(hours).toHaveLength(52);
    expect(hours.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(2);
  });

  it('that are too old are swept, as old minutes are', async () => {
    const ages = [29, 31, 399, 402].map((days) => ago(days * 24 * HOUR));
    for (const hour of ages) await db().opsHour.create({ data: { hour } });
    const minute = ago(31 * 24 * HOUR);
    const calm = { queued: 0, oldestSeconds: 0, underWay: 0, nearHour: 0, workers: 0, tokens: 0 };
    await db().opsSample.create({ data: { minute, ...calm, paused: false } });
    await watchOperations(noon);
    expect(await db().opsHour.count({ where: { hour: { in: ages } } })).toBe(3);
    expect(await db().opsSample.count()).toBe(1);
  });
});

describe('workers', () => {
  it('are alive for half a minute after each beat, and the last one is remembered', async () => {
    const now = new Date();
    const inline = beatOf('inline');
    await inline();
    await inline();
    await beatOf('apart')();
    expect((await listWorkers(db(), now)).map(({ kind, alive }) => [kind, alive]).sort()).toEqual([
      ['apart', true],
      ['inline', true],
    ]);
    const later = new Date(now.getTime() + 2 * 3_600_000);
    await watchOperations(later);
    const left = await listWorkers(db(), later);
    expect(left.map(({ alive }) => alive)).toEqual([false]);
  });
});

describe('what is shown', () => {
  it('comes from what was noted', async () => {
    await addLook(MINUTE);
    await add({ state: 'failed', finishedAt: ago(2 * MINUTE) });
    await watchOperations(noon);
    await db().tryOn.deleteMany();
    const now = await getOperations(admin, noon);
    expect(now.lastHour).toMatchObject({ ended: 2, succeeded: 1, successRate: 50 });
    expect(now.lastHour.stages.whole?.count).toBe(1);
    expect(now.lastHour.stages.whole?.p50).toBeCloseTo(11, -1);
    expect(now.spend).toEqual({ today: 75_000, week: 75_000, month: 75_000 });

    for (const range of ['24h', '7d', '30d'] as const) {
      const { ended, sampled } = await getOperationsHistory(admin, range, noon);
      expect(ended.at(-1)).toMatchObject({
        succeeded: 1,
        failed: 1,
        micros: 75_000,
        successRate: 50,
      });
      expect(ended[0]).toMatchObject({ succeeded: 0, successRate: null });
      expect(sampled.at(-1)).toMatchObject({ queued: 0, credits: 1_000 });
    }
  });

  it('is for admins', async () => {
    const shopper = { ...admin, role: 'SHOPPER' } as const;
    await expect(getOperations(shopper)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getOperationsHistory(shopper, '24h')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the metrics', () => {
  it('are in the text format, one family after the other', async () => {
    await addLook(MINUTE);
    await watchOperations(noon);
    const { text, contentType } = await renderMetrics(noon);
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    const sample =
      /^[a-zA-Z_:][\w:]*(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? (-?[\d.e+-]+|Nan|[+-]Inf)$/i;
    const lines = text.trim().split('\n').filter(Boolean);
    expect(lines.filter((line) => !line.startsWith('#') && !sample.test(line))).toEqual([]);
    const types = lines
      .filter((line) => line.startsWith('# TYPE'))
      .map((line) => line.split(' ')[2]);
    expect(new Set(types).size).toBe(types.length);
    expect(lines).toEqual(
      expect.arrayContaining([
        'fitting_room_last_hour_ended{outcome="succeeded"} 1',
        'fitting_room_last_hour_stage_seconds_bucket{stage="rendering",le="8"} 0',
        'fitting_room_last_hour_stage_seconds_bucket{stage="rendering",le="16"} 1',
        'fitting_room_last_hour_stage_seconds_bucket{stage="rendering",le="+Inf"} 1',
        'fitting_room_spend_today_dollars 0.075',
        'fitting_room_credits_dollars 1000',
        'fitting_room_sending_paused 0',
      ]),
    );
    expect(text).toContain('process_cpu_seconds_total');
  });
});
