import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { announceTryOnChange } from '#lib/server/repositories/try-on-changes.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { changeFeed } from './change-feed.ts';
import { startWorker, type Worker } from './worker.ts';

await startTestProvider();
let worker: Worker | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await worker?.stop();
  await changeFeed().close();
});
afterAll(disconnect);

/** How often the worker has asked what is due. */
function countLooks(): () => number {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const textOf = (query: unknown) =>
    typeof query === 'string' ? query : String((query as { text?: string } | undefined)?.text);
  return () => asked.mock.calls.filter(([query]) => textOf(query).includes('AS due')).length;
}

describe('the worker', () => {
  it('carries what was taken in elsewhere, and looks once for many changes', async () => {
    const looks = countLooks();
    worker = startWorker('apart');
    await changeFeed().open();
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(0));

    // By nobody who would send it: the worker hears of it.
    const shopper = await makePerson();
    const subject = { kind: 'photo' as const, photoId: (await makePhoto(shopper)).id };
    const { slug: garment } = await makeGarment();
    const { id } = await submitTryOn(shopper, { garment, subject }, 'elsewhere');
    await vi.waitFor(
      async () => {
        const { state } = await db().tryOn.findUniqueOrThrow({ where: { id } });
        expect(state).toBe('succeeded');
      },
      { timeout: 20_000 },
    );

    // Its own steps are over, and what is heard of them is looked at.
    await pause(500);
    const before = looks();
    const startedAt = performance.now();
    for (let n = 1; n <= 40; n += 1) {
      await announceTryOnChange(db(), 'some', n);
      await pause(25);
    }
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(before));
    // However long that took, at most one in a tenth of a second, and one on its way.
    expect(looks() - before).toBeLessThanOrEqual((performance.now() - startedAt) / 100 + 2);
  });

  it('looks no more after a change when it has been told to stop', async () => {
    worker = startWorker('apart');
    await changeFeed().open();
    await pause(300);
    await announceTryOnChange(db(), 'some', 1);
    await worker.stop();
    const looks = countLooks();
    await pause(300);
    expect(looks()).toBe(0);
  });
});
