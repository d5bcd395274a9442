import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { bulkRetryTask } from '#lib/server/bulk-retries/bulk-retry-task.ts';
import { type Round, retryNext } from '#lib/server/bulk-retries/retry-next.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { lockTryOn } from '#lib/server/repositories/new-try-ons.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { decideCase } from './decide-case.ts';
import { deletePhoto } from './delete-photo.ts';
import { getBulkRetry } from './get-bulk-retry.ts';
import { liftSuspension } from './lift-suspension.ts';
import { listBulkRetries } from './list-bulk-retries.ts';
import { previewBulkRetry } from './preview-bulk-retry.ts';
import { startBulkRetry } from './start-bulk-retry.ts';
import { stopBulkRetry } from './stop-bulk-retry.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendPerson } from './suspend-person.ts';

await startTestProvider();
afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

let admin: Actor;
let shopper: Actor;
let garment: { id: string; slug: string; shopId: string };
/** Of the cases of one test. */
let query: string;
beforeEach(async () => {
  admin = await makePerson({ role: 'ADMIN' });
  shopper = await makePerson();
  garment = await makeGarment();
  query = `garment=${garment.slug}`;
});

/** Try-ons that ended so, with their cases; without the way there, which other tests go. */
async function ended(state: 'failed' | 'unknown' | 'succeeded', many = 1) {
  const made: { id: string; photoId: string }[] = [];
  for (let place = 0; place < many; place += 1) {
    const { id: photoId } = await makePhoto(shopper);
    const subject = { kind: 'photo' as const, photoId };
    const { id } = await submitTryOn(shopper, { garment: garment.slug, subject }, randomUUID());
    const errorClass = state === 'succeeded' ? null : 'unclassified';
    await db().tryOn.update({
      where: { id },
      data: { state, errorClass, nextActionAt: null, finishedAt: new Date() },
    });
    await db().usageEntry.create({
      data: {
        tryOnId: id,
        userId: shopper.userId,
        shopId: garment.shopId,
        kind: state === 'succeeded' ? 'CHARGE' : 'RELEASE',
      },
    });
    await db().reviewCase.create({
      data: {
        tryOnId: id,
        shopId: garment.shopId,
        garmentId: garment.id,
        cause: state === 'succeeded' ? 'reported' : state,
        errorClass,
      },
    });
    made.push({ id, photoId });
  }
  return made;
}

const asked = () => readCaseQuery(Object.fromEntries(new URLSearchParams(query)));
async function start(alsoMaybePaid = false, perMinute: 5 | 10 = 10) {
  const { retryable, mayBePaidFor } = await previewBulkRetry(admin, asked());
  const expected = retryable + (alsoMaybePaid ? mayBePaidFor : 0);
  return startBulkRetry(admin, { query, perMinute, alsoMaybePaid, expected });
}
const retriesOf = (ids: string[]) => db().tryOn.count({ where: { retryOfId: { in: ids } } });

/** Goes through the rounds by hand, by a clock of its own; answers when each was to come. */
async function goThrough(bulkId: string, from: Date, most = 50): Promise<Date[]> {
  const times: Date[] = [];
  let next: { round: Round; at: Date } | null = { round: { bulkId, round: 0 }, at: from };
  while (next && times.length < most) {
    const { round, at } = next;
    times.push(at);
    next = null;
    await retryNext(
      round,
      async (_tx, following, after) => {
        next = { round: following, at: after };
      },
      at,
    );
  }
  return times;
}

describe('the count before a bulk retry', () => {
  it('says how many can be retried, and why not the others', async () => {
    const failed = await ended('failed', 4);
    await ended('unknown', 2);
    await ended('succeeded');
    const [gone, retried] = failed;
    await deletePhoto(shopper, gone?.photoId ?? '');
    const ofRetried = { where: { tryOnId: retried?.id ?? '' } };
    const { version } = await db().reviewCase.findUniqueOrThrow(ofRetried);
    const once = await decideCase(admin, retried?.id ?? '', { kind: 'retry', version });
    await decideCase(admin, retried?.id ?? '', { kind: 'reopen', version: once.version });

    expect(await previewBulkRetry(admin, asked())).toMatchObject({
      total: 7,
      looked: 7,
      retryable: 2,
      mayBePaidFor: 2,
      leftOut: { photo_deleted: 1, retried_already: 1, has_look: 1 },
    });
  });

  it('is for admins only', async () => {
    const forbidden = { code: 'forbidden' };
    const body = { query, perMinute: 10, alsoMaybePaid: false, expected: 0 } as const;
    await expect(previewBulkRetry(shopper, asked())).rejects.toMatchObject(forbidden);
    await expect(startBulkRetry(shopper, body)).rejects.toMatchObject(forbidden);
    await expect(stopBulkRetry(shopper, randomUUID())).rejects.toMatchObject(forbidden);
    await expect(getBulkRetry(shopper, randomUUID())).rejects.toMatchObject(forbidden);
    await expect(listBulkRetries(shopper)).rejects.toMatchObject(forbidden);
  });
});

describe('a bulk retry', () => {
  it('asks for each once, behind shoppers, and no faster than its pace', async () => {
    const ids = (await ended('failed', 3)).map(({ id }) => id);
    const { id } = await start(false, 5);
    const from = new Date();
    const times = await goThrough(id, from);
    expect(times.map((time) => time.getTime() - from.getTime())).toEqual([
      0, 12_000, 24_000, 36_000,
    ]);
    const retries = await db().tryOn.findMany({ where: { retryOfId: { in: ids } } });
    expect(retries.map(({ lane }) => lane)).toEqual(['BULK', 'BULK', 'BULK']);
    expect(new Set(retries.map(({ retryOfId }) => retryOfId)).size).toBe(3);
    expect(await getBulkRetry(admin, id)).toMatchObject({
      state: 'done',
      waiting: 0,
      retried: 3,
      outcomes: { underWay: 3 },
    });
    expect(
      await db().reviewCase.count({
        where: { tryOnId: { in: ids }, status: 'RESOLVED', resolution: 'retried' },
      }),
    ).toBe(3);
    expect(
      await db().auditEntry.count({
        where: { subjectId: { in: [...ids, id] }, actorId: admin.userId },
      }),
    ).toBe(4);
  });

  it('begins with as many as were counted, or not at all', async () => {
    await ended('failed', 2);
    const { retryable: expected } = await previewBulkRetry(admin, asked());
    const ids = (await ended('failed')).map(({ id }) => id);
    await expect(
      startBulkRetry(admin, { query, perMinute: 10, alsoMaybePaid: false, expected }),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('no longer') });
    expect(await db().bulkRetryItem.count({ where: { tryOnId: { in: ids } } })).toBe(0);
  });

  it('asks for nothing of a suspended person or shop', async () => {
    const ids = (await ended('failed', 2)).map(({ id }) => id);
    const { id } = await start();
    await suspendPerson(admin, shopper.userId, 'Photos of others');
    await goThrough(id, new Date());
    expect(await getBulkRetry(admin, id)).toMatchObject({ leftOut: { person_suspended: 2 } });
    await liftSuspension(admin, shopper.userId);
    await db().shop.update({ where: { id: garment.shopId }, data: { suspendedAt: new Date() } });
    expect(await previewBulkRetry(admin, asked())).toMatchObject({
      retryable: 0,
      leftOut: { shop_suspended: 2 },
    });
    expect(await retriesOf(ids)).toBe(0);
  });

  it('waits for nobody who holds what only falls out', async () => {
    const [gone, stays] = await ended('failed', 2);
    const { id } = await start();
    await deletePhoto(shopper, gone?.photoId ?? '');
    await db().$transaction(async (tx) => {
      await lockTryOn(tx, gone?.id ?? '');
      await retryNext({ bulkId: id, round: 0 }, async () => {});
    });
    expect(await retriesOf([stays?.id ?? ''])).toBe(1);
    expect(await getBulkRetry(admin, id)).toMatchObject({ leftOut: { photo_deleted: 1 } });
  });

  it('leaves out what may have been paid for already, unless it is told to', async () => {
    const ids = (await ended('unknown', 2)).map(({ id }) => id);
    await expect(start()).rejects.toMatchObject({ code: 'conflict' });
    const { id } = await start(true);
    await goThrough(id, new Date());
    expect(await retriesOf(ids)).toBe(2);
  });

  it('looks again at each when its turn comes', async () => {
    const [first, second] = await ended('failed', 2);
    const { id } = await start();
    const { version } = await db().reviewCase.findUniqueOrThrow({
      where: { tryOnId: second?.id ?? '' },
    });
    const resolution = 'nothing_to_do';
    await decideCase(admin, second?.id ?? '', { kind: 'resolve', version, resolution });
    await goThrough(id, new Date());
    expect(await getBulkRetry(admin, id)).toMatchObject({ retried: 1, leftOut: { resolved: 1 } });
    expect(await retriesOf([first?.id ?? ''])).toBe(1);
    expect(await retriesOf([second?.id ?? ''])).toBe(0);
  });

  it('stops, and what was asked for goes on', async () => {
    const ids = (await ended('failed', 3)).map(({ id }) => id);
    const { id } = await start();
    await goThrough(id, new Date(), 1);
    expect(await stopBulkRetry(admin, id)).toMatchObject({ state: 'stopped', waiting: 2 });
    let cameBack = false;
    await retryNext({ bulkId: id, round: 1 }, async () => {
      cameBack = true;
    });
    expect(cameBack).toBe(false);
    expect(await retriesOf(ids)).toBe(1);
  });

  it('never asks twice, when a round is run again or two at once', async () => {
    const ids = (await ended('failed', 2)).map(({ id }) => id);
    const { id } = await start();
    const round = { bulkId: id, round: 0 };
    await Promise.all([
      retryNext(round, async () => {}),
      retryNext(round, async () => {}),
      retryNext(round, async () => {}),
    ]);
    await retryNext(round, async () => {});
    expect(await retriesOf(ids)).toBe(1);
    // One that was killed before it was written has not been.
    const killed = retryNext({ bulkId: id, round: 1 }, async () => {
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await retriesOf(ids)).toBe(1);
    await retryNext({ bulkId: id, round: 1 }, async () => {});
    expect(await retriesOf(ids)).toBe(2);
  });

  it('ends when whoever started it may not review any more', async () => {
    const ids = (await ended('failed')).map(({ id }) => id);
    const { id } = await start();
    await db().user.update({ where: { id: admin.userId }, data: { role: 'SHOPPER' } });
    await goThrough(id, new Date());
    expect(await retriesOf(ids)).toBe(0);
    expect(await db().bulkRetry.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'stopped',
    });
  });

  it('goes on with whichever worker there is', async () => {
    const ids = (await ended('failed')).map(({ id }) => id);
    const { id } = await start();
    const runner = runTasks([bulkRetryTask]);
    onTestFinished(() => runner.stop(1_000));
    await vi.waitFor(async () => expect(await retriesOf(ids)).toBe(1), { timeout: 10_000 });
    expect((await listBulkRetries(admin)).map((bulk) => bulk.id)).toContain(id);
  });
});
