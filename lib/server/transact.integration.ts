import { expect, it } from 'vitest';
import type { Db } from './db.ts';
import { Prisma } from './generated/prisma/client.ts';
import { makePerson } from './testing/shop-floor.ts';
import { transact } from './transact.ts';

type Write = (tx: Db, userId: string) => Promise<unknown>;

const writes: Record<string, Write> = {
  'of Prisma’s own': (tx, id) => tx.user.update({ where: { id }, data: { name: 'Robin' } }),
  'by hand': (tx, id) => tx.$executeRaw`UPDATE "User" SET name = 'Robin' WHERE id = ${id}`,
};

/** On a machine that is busy, PostgreSQL looks for deadlocks late. */
const PATIENT = { timeout: 20_000 };

const makeUser = async () => (await makePerson()).userId;

it.each(Object.entries(writes))(
  'does anew what a deadlock broke off: statements %s',
  async (_, write) => {
    const [one, other] = [await makeUser(), await makeUser()];
    let holding = 0;
    const bothHold = Promise.withResolvers<void>();
    // Who is broken off and begins anew could come first once more, and they would meet again.
    const oneIsThrough = Promise.withResolvers<void>();
    let begun = 0;
    const cross = async (first: string, second: string) => {
      let isAgain = false;
      await transact(async (tx) => {
        begun += 1;
        if (isAgain) await oneIsThrough.promise;
        await write(tx, first);
        if (isAgain) return write(tx, second);
        isAgain = true;
        holding += 1;
        if (holding === 2) bothHold.resolve();
        await bothHold.promise;
        return write(tx, second);
      }, PATIENT);
      oneIsThrough.resolve();
    };
    await Promise.all([cross(one, other), cross(other, one)]);
    expect(begun).toBe(3);
  },
);

it('gives up when there is always another in the way', async () => {
  const inTheWay = new Prisma.PrismaClientKnownRequestError('', {
    code: 'P2034',
    clientVersion: Prisma.prismaVersion.client,
  });
  let begun = 0;
  const never = transact(async () => {
    begun += 1;
    throw inTheWay;
  });
  await expect(never).rejects.toBe(inTheWay);
  expect(begun).toBe(3);
});

it('does nothing twice that failed for another reason', async () => {
  const id = await makeUser();
  let begun = 0;
  const twice = transact(async (tx) => {
    begun += 1;
    await tx.user.create({ data: { id } });
  });
  await expect(twice).rejects.toMatchObject({ code: 'P2002' });
  const refused = transact(async () => {
    begun += 1;
    throw new Error('Refused.');
  });
  await expect(refused).rejects.toThrow('Refused.');
  expect(begun).toBe(2);
});
