import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { disconnect } from '#lib/server/db.ts';
import { takeRate } from './rate-limit.ts';

afterAll(disconnect);

const aGuest = () => ({ userId: randomUUID(), isGuest: true });
const anAccount = () => ({ userId: randomUUID(), isGuest: false });

const refused = { code: 'rate_limited', retryAfterSeconds: expect.any(Number) };

it('counts all who come from one address together, however many guests they are', async () => {
  const rate = { name: randomUUID(), points: 2, perSeconds: 60, perAddress: 5 };
  const here = randomUUID();
  for (let guest = 0; guest < 5; guest += 1) await takeRate(rate, aGuest(), here);
  await expect(takeRate(rate, aGuest(), here)).rejects.toMatchObject(refused);
  await expect(takeRate(rate, null, here)).rejects.toMatchObject(refused);
  await takeRate(rate, aGuest(), randomUUID());
});

it('counts guests by their address as well where nothing is said of it, and accounts not', async () => {
  const rate = { name: randomUUID(), points: 1, perSeconds: 60 };
  const here = randomUUID();
  for (let guest = 0; guest < 10; guest += 1) await takeRate(rate, aGuest(), here);
  await expect(takeRate(rate, aGuest(), here)).rejects.toMatchObject(refused);
  await takeRate(rate, anAccount(), here);
  await takeRate(rate, aGuest(), randomUUID());
});

it('counts a person wherever she comes from, and by address whoever has no session', async () => {
  const rate = { name: randomUUID(), points: 2, perSeconds: 60 };
  const [person, here] = [anAccount(), randomUUID()];
  for (let time = 0; time < 2; time += 1) await takeRate(rate, person, randomUUID());
  await expect(takeRate(rate, person, randomUUID())).rejects.toMatchObject(refused);
  for (let time = 0; time < 2; time += 1) await takeRate(rate, null, here);
  await expect(takeRate(rate, null, here)).rejects.toMatchObject(refused);
});

it('says how long to wait when that is long', async () => {
  const rate = { name: randomUUID(), points: 1, perSeconds: 3600 };
  const person = anAccount();
  await takeRate(rate, person, 'here');
  await expect(takeRate(rate, person, 'here')).rejects.toThrow('Wait an hour and try again.');
});
