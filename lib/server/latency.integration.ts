import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { latencyCurve } from '#lib/domain/latency-distribution.ts';
import { db } from './db.ts';
import { currentPlan, measuredLatency, providerSeconds } from './latency.ts';
import { countOpenTryOns, recentDurations } from './repositories/try-on-figures.ts';
import { startTestProvider } from './testing/provider.ts';
import { makeGarment, makeHouseModel, makePerson } from './testing/shop-floor.ts';

await startTestProvider();

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000);

/** Finished try-ons: the provider's word, and when we saw it done. */
async function addFinished(
  category: GarmentCategory,
  told: { providerSeconds: number | null; seenAfterSeconds: number }[],
) {
  const person = await makePerson();
  const garment = await makeGarment({ category });
  const image = await db().garmentImage.findFirstOrThrow({ where: { garmentId: garment.id } });
  const houseModel = await makeHouseModel();
  const common = {
    userId: person.userId,
    shopId: garment.shopId,
    garmentId: garment.id,
    garmentImageId: image.id,
    houseModelId: houseModel.id,
    category,
    steps: 35,
    guidance: 2,
    seed: 1n,
    state: 'succeeded',
    nextActionAt: null,
  } as const;
  await db().tryOn.createMany({
    data: told.map(({ providerSeconds, seenAfterSeconds }) => ({
      ...common,
      idempotencyKey: randomUUID(),
      providerSeconds,
      createdAt: secondsAgo(101),
      submittedAt: secondsAgo(100),
      completedAt: secondsAgo(100 - seenAfterSeconds),
      finishedAt: secondsAgo(99 - seenAfterSeconds),
    })),
  });
  return common;
}

it('takes the provider’s word for its time, and never more than we have seen', async () => {
  await addFinished('LOWER_BODY', [
    { providerSeconds: 6.2, seenAfterSeconds: 6.9 },
    { providerSeconds: null, seenAfterSeconds: 7.5 },
    { providerSeconds: 60, seenAfterSeconds: 8 },
  ]);
  const rows = await recentDurations(db(), 'LOWER_BODY', 10);
  const seconds = rows.map(({ provider }) => Math.round(provider * 10) / 10);
  expect(seconds.toSorted()).toEqual([6.2, 7.5, 8]);
});

it('plans the polls of a category from its own last try-ons', async () => {
  const fifty = Array.from({ length: 50 }, (_, i) => 20 + i / 25);
  await addFinished(
    'DRESS',
    fifty.map((seconds) => ({ providerSeconds: seconds, seenAfterSeconds: seconds + 3 })),
  );
  const { provider, measured, wholeMedianSeconds } = await measuredLatency('DRESS');
  expect(measured).toBe(true);
  expect(wholeMedianSeconds).toBeGreaterThan(24);
  expect(Math.abs(latencyCurve(provider).quantile(0.5) - 21_000)).toBeLessThan(300);
  const plan = await currentPlan('DRESS');
  expect(plan.timesMs.filter((at) => at > 20_000 && at < 22_500).length).toBeGreaterThan(1);
});

it('places the end of a try-on between the last two answers when the provider does not', async () => {
  const job = {
    category: 'UPPER_BODY',
    submittedAt: secondsAgo(6),
    pendingAt: secondsAgo(1),
  } as const;
  expect(await providerSeconds(job, { totalSeconds: 2 }, new Date())).toBe(2);
  const drawn = await providerSeconds(job, {}, new Date());
  expect(drawn).toBeGreaterThanOrEqual(4.9);
  expect(drawn).toBeLessThanOrEqual(6.5);
  expect(await providerSeconds({ ...job, submittedAt: null }, {}, new Date())).toBeUndefined();
});

it('counts what is open, up to a bound', async () => {
  const before = await countOpenTryOns(db(), 1_000);
  const finished = await addFinished('UPPER_BODY', []);
  await db().tryOn.createMany({
    data: (['queued', 'sending', 'running', 'saving', 'failed'] as const).map((state) => ({
      ...finished,
      state,
      requestId: randomUUID(),
      submittedAt: new Date(),
      nextActionAt: state === 'failed' ? null : new Date(),
      idempotencyKey: randomUUID(),
    })),
  });
  expect(await countOpenTryOns(db(), 1_000)).toBe(before + 4);
  expect(await countOpenTryOns(db(), 3)).toBe(3);
  await db().tryOn.deleteMany({ where: { userId: finished.userId } });
});
