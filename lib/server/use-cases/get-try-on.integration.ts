import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { changeFeed } from '#lib/server/worker/change-feed.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { getTryOn } from './get-try-on.ts';
import { submitTryOn } from './submit-try-on.ts';

let shopper: Actor;
let slug: string;
beforeAll(async () => {
  shopper = await makePerson();
  slug = (await makeGarment()).slug;
});
afterAll(async () => {
  await changeFeed().close();
  await disconnect();
});

let keys = 0;
async function ask() {
  keys += 1;
  const { id: photoId } = await makePhoto(shopper);
  const subject = { kind: 'photo' as const, photoId };
  return submitTryOn(shopper, { garment: slug, subject }, `status-key-${keys}`);
}

const { signal } = new AbortController();

describe('the held status', () => {
  it('answers at once when there is something newer', async () => {
    const { id } = await ask();
    const started = performance.now();
    const { view } = await getTryOn(shopper, id, { since: 0, waitMs: 20_000, signal });
    expect(view?.state).toBe('queued');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('is held until something changes, and then tells it', async () => {
    const { id, version } = await ask();
    const held = getTryOn(shopper, id, { since: version, waitMs: 20_000, signal });
    const first = await Promise.race([held, pause(150, 'still held' as const)]);
    expect(first).toBe('still held');
    await cancelTryOn(shopper, id);
    expect((await held).view?.state).toBe('cancelled');
  });

  it('says that nothing has changed after the wait', async () => {
    const { id, version } = await ask();
    const status = await getTryOn(shopper, id, { since: version, waitMs: 50, signal });
    expect(status).toEqual({ view: null, due: true });
  });

  it('lets go when the reader has gone', async () => {
    const { id, version } = await ask();
    const reader = new AbortController();
    const held = getTryOn(shopper, id, { since: version, waitMs: 20_000, signal: reader.signal });
    reader.abort();
    expect((await held).view).toBeNull();
  });

  it('hears of a change after the connection to the database was broken', async () => {
    const { id, version } = await ask();
    const held = getTryOn(shopper, id, { since: version, waitMs: 20_000, signal });
    await changeFeed().open();
    await db()
      .$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
    await cancelTryOn(shopper, id);
    expect((await held).view?.state).toBe('cancelled');
  });

  it('does not know somebody else’s', async () => {
    const { id } = await ask();
    const other = await makePerson();
    await expect(getTryOn(other, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(getTryOn(other, id, { since: 0, waitMs: 20_000, signal })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
