import pg from 'pg';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { db, disconnect, pool } from '#lib/server/db.ts';
import { announceTryOnChange } from '#lib/server/repositories/try-on-changes.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { awaitTryOnChange, changeFeed } from './change-feed.ts';

afterEach(async () => {
  vi.restoreAllMocks();
  await changeFeed().close();
});
afterAll(disconnect);

const { signal } = new AbortController();
const waitFor = (id: string, since: number) => awaitTryOnChange(id, since, 20_000, signal).done;

/** How often somebody has begun to listen. */
function countListens(): () => number {
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  return () => asked.mock.calls.filter(([text]) => String(text).startsWith('LISTEN')).length;
}

describe('the change feed', () => {
  it('goes on listening when what was missed cannot be read, and reads it again', async () => {
    const shopper = await makePerson();
    const { slug } = await makeGarment();
    const subject = { kind: 'photo' as const, photoId: (await makePhoto(shopper)).id };
    const { id } = await submitTryOn(shopper, { garment: slug, subject }, 'missed');
    const listens = countListens();
    vi.spyOn(pool(), 'query').mockImplementationOnce(() => Promise.reject(new Error('away')));
    expect(await waitFor(id, 0)).toBe('changed');
    expect(listens()).toBe(1);
  });

  it('leaves the connection alone that has taken the place of one that fails late', async () => {
    const late = Promise.withResolvers<void>();
    vi.spyOn(pg.Client.prototype, 'connect').mockImplementationOnce(() => late.promise);
    const first = changeFeed().open();
    await changeFeed().close();
    const listens = countListens();
    await changeFeed().open();
    late.reject(new Error('refused'));
    await expect(first).rejects.toThrow('refused');
    // Joins the one that listens.
    await changeFeed().open();
    const heard = waitFor('some', 1);
    await announceTryOnChange(db(), 'some', 2);
    expect(await heard).toBe('changed');
    expect(listens()).toBe(1);
  });

  it('is not asked to connect by each who comes while the database is away', async () => {
    const connect = vi
      .spyOn(pg.Client.prototype, 'connect')
      .mockImplementation(() => Promise.reject(new Error('refused')));
    for (let person = 0; person < 20; person += 1) {
      expect(await waitFor(`some ${person}`, 1)).toBe('over');
    }
    expect(connect).toHaveBeenCalledTimes(1);
    connect.mockRestore();
    await vi.waitFor(() => changeFeed().open(), { timeout: 5_000 });
  });
});
