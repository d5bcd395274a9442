import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { statementsOf } from '#lib/server/testing/statements.ts';
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
    const asked = await statementsOf(async () => {
      const held = getTryOn(shopper, id, { since: version, waitMs: 20_000, signal: reader.signal });
      reader.abort();
      expect((await held).view).toBeNull();
    });
    // How it stands, before she went; nothing for nobody.
    expect(asked.filter(({ text }) => text.includes('asked.owner'))).toHaveLength(1);
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

  it('tells all who wait what was changed while nobody listened, each of her own', async () => {
    const asked = [await ask(), await ask(), await ask()];
    const held = asked.map(({ id, version }) =>
      getTryOn(shopper, id, { since: version, waitMs: 20_000, signal }),
    );
    await changeFeed().open();
    const [changed, other] = asked;
    // Without a notice, as if it had come while the connection was broken.
    await db().tryOn.updateMany({
      where: { id: { in: [changed?.id ?? '', other?.id ?? ''] } },
      data: { version: { increment: 1 } },
    });
    await db()
      .$queryRaw`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
    expect((await held[0])?.view).toMatchObject({ id: changed?.id, version: 2 });
    expect((await held[1])?.view).toMatchObject({ id: other?.id, version: 2 });
    const third = await Promise.race([held[2], pause(150, 'still held' as const)]);
    expect(third).toBe('still held');
    await cancelTryOn(shopper, asked[2]?.id ?? '');
    expect((await held[2])?.view?.state).toBe('cancelled');
  });

  it('lets everybody go when the process leaves', async () => {
    const { id, version } = await ask();
    const held = getTryOn(shopper, id, { since: version, waitMs: 20_000, signal });
    await changeFeed().open();
    await changeFeed().close();
    expect((await held).view).toBeNull();
  });

  it('does not mix up those who ask at the same moment', async () => {
    const { id, version } = await ask();
    const other = await makePerson();
    const hold = { since: version, waitMs: 0, signal };
    const [own, foreign] = await Promise.allSettled([
      getTryOn(shopper, id, hold),
      getTryOn(other, id, hold),
    ]);
    expect(own).toMatchObject({ value: { view: null } });
    expect(foreign).toMatchObject({ reason: { code: 'not_found' } });
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
