import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { claimPaidFor, nextDueTimes } from './try-on-claims.ts';

afterAll(disconnect);

/** More than are looked at. */
const MANY = 300;
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
let first: string;

beforeAll(async () => {
  const shopper = await makePerson();
  const subject = { kind: 'photo' as const, photoId: (await makePhoto(shopper)).id };
  const { slug: garment } = await makeGarment();
  ({ id: first } = await submitTryOn(shopper, { garment, subject }, 'first'));
  await db().tryOn.update({ where: { id: first }, data: { nextActionAt: at(900) } });
});

/** So many more like the first but for what is said: the nth is due in `due + n` seconds. */
const makeMany = (count: number, due: number, more: Record<string, string>) => {
  const said = JSON.stringify(more);
  return db().$executeRaw`
    INSERT INTO "TryOn" SELECT (jsonb_populate_record(t, ${said}::jsonb || jsonb_build_object(
      'id', gen_random_uuid(), 'idempotencyKey', gen_random_uuid(), 'requestId', gen_random_uuid(),
      'nextActionAt', ${at(due)}::timestamp + n * interval '1 s'))).*
    FROM "TryOn" t, generate_series(0, ${count - 1}::int) n WHERE t.id = ${first}`;
};

describe('when something is due', () => {
  it('is told of people however much work in bulk was due before', async () => {
    await makeMany(MANY, 0, { lane: 'BULK' });
    expect(await nextDueTimes(db())).toEqual({
      ...{ bulk: at(0), queued: at(900) },
      ...{ sending: null, paidFor: null },
    });
  });

  it('is the first of what the provider has, or the end of its lease', async () => {
    const leaseUntil = at(600).toISOString().slice(0, -1);
    await makeMany(1, 50, { state: 'running', leaseToken: 'somebody', leaseUntil });
    await makeMany(MANY, 700, { state: 'running' });
    await makeMany(1, 650, { state: 'saving' });
    expect((await nextDueTimes(db())).paidFor).toEqual(at(600));
    await db()
      .$executeRaw`UPDATE "TryOn" SET "leaseUntil" = NULL, "leaseToken" = NULL WHERE state = 'running'`;
    expect((await nextDueTimes(db())).paidFor).toEqual(at(50));
  });
});

describe('what is paid for', () => {
  beforeAll(async () => {
    await db().tryOn.deleteMany({ where: { id: { not: first } } });
    await makeMany(MANY, 100, { state: 'running' });
    await makeMany(MANY, 0, { state: 'running', lane: 'BULK' });
    await makeMany(3, 890, { state: 'saving' });
    await makeMany(1, 895, { state: 'sending' });
  });
  const claim = (limit: number, calls = 100) => claimPaidFor(db(), { limit, calls }, at(900));
  const dueOf = (held: { id: string }[]) =>
    db().tryOn.findMany({
      where: { id: { in: held.map(({ id }) => id) } },
      select: { state: true, lane: true, nextActionAt: true },
      orderBy: { nextActionAt: 'asc' },
    });

  it('is claimed with pictures to save first, then what has been due longest, in whatever lane', async () => {
    const [running, ...rest] = await dueOf(await claim(4));
    expect(running).toMatchObject({ state: 'running', lane: 'BULK', nextActionAt: at(0) });
    expect(rest.map(({ state }) => state)).toEqual(['saving', 'saving', 'saving']);
    expect((await dueOf(await claim(1)))[0]?.nextActionAt).toEqual(at(1));
  });

  it('is looked for once, whatever plan the database makes', async () => {
    const [before = 0, after = 0] = await db().$transaction(async (tx) => {
      const rowsRead = async () => {
        const [of] = await tx.$queryRaw<{ rows: number }[]>`
          SELECT (seq_tup_read + idx_tup_fetch)::int AS rows FROM pg_stat_xact_user_tables
          WHERE relname = 'TryOn'`;
        return of?.rows;
      };
      // What it makes of them in a shop of some age, where it expects next to nothing to be due.
      const ways = [
        'hashagg',
        'hashjoin',
        'mergejoin',
        'sort',
        'bitmapscan',
        'seqscan',
        'material',
      ];
      for (const way of ways) await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`);
      const before = await rowsRead();
      await claimPaidFor(tx, { limit: 1, calls: 100 }, at(900));
      return [before, await rowsRead()];
    });
    expect(after).toBeGreaterThan(before);
    // All for each of them would be sixty thousand.
    expect(after - before).toBeLessThan(10_000);
  });

  it('is only what needs no call where there is none', async () => {
    const unsent = await dueOf(await claim(1_000, 0));
    expect(unsent.map(({ state }) => state)).toEqual(['sending']);
  });

  it('is claimed by nobody twice, however many claim at once, and all of it in the end', async () => {
    const claims = await Promise.all(Array.from({ length: 40 }, () => claim(5)));
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(claims.filter((held) => held.length === 0)).toEqual([]);
    for (let claimed = 1; claimed > 0; ) claimed = (await claim(50)).length;
    const left = await db().tryOn.findMany({ where: { leaseToken: null }, select: { id: true } });
    // It waits in the queue.
    expect(left).toEqual([{ id: first }]);
  });
});
