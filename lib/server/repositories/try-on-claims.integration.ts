import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { nextDueTimes } from './try-on-claims.ts';

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
