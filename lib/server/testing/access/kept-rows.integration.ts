import { afterAll, expect, it } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { keptRows } from './kept-rows.ts';

afterAll(disconnect);

async function isNoticed(work: () => Promise<unknown>): Promise<boolean> {
  const before = await keptRows();
  await work();
  return (await keptRows()) !== before;
}

it('sees each row that is written, changed or taken away', async () => {
  expect(await isNoticed(async () => {})).toBe(false);
  expect(await isNoticed(() => makeShop())).toBe(true);
  const { id } = await makeShop();
  expect(await isNoticed(() => db().shop.update({ where: { id }, data: { name: 'New' } }))).toBe(
    true,
  );
  expect(await isNoticed(() => db().shop.delete({ where: { id } }))).toBe(true);
  expect(await isNoticed(() => db().$executeRaw`TRUNCATE "OpsSample"`)).toBe(true);
});

it('sees nothing in what was taken back, changed nothing, or is a visit', async () => {
  const { userId: id } = await makePerson();
  const backAgain = () =>
    db().$transaction(async (tx) => {
      await tx.user.update({ where: { id }, data: { name: 'New' } });
      throw new Error('taken back');
    });
  expect(await isNoticed(() => backAgain().catch(() => {}))).toBe(false);
  expect(await isNoticed(() => db().user.update({ where: { id }, data: { name: 'Test' } }))).toBe(
    false,
  );
  const seenAt = new Date();
  expect(await isNoticed(() => db().user.update({ where: { id }, data: { seenAt } }))).toBe(false);
  expect(await isNoticed(() => db().user.update({ where: { id }, data: { name: 'New' } }))).toBe(
    true,
  );
});
