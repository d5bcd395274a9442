import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from 'vitest';
import { disconnect } from '#lib/server/db.ts';
import { takeRate } from './rate-limit.ts';

afterAll(disconnect);

const refused = { code: 'rate_limited', retryAfterSeconds: expect.any(Number) };

it('counts all who come from one address together, however many guests they are', async () => {
  const rate = { name: randomUUID(), points: 2, perSeconds: 60, perAddress: 5 };
  const here = randomUUID();
  for (let guest = 0; guest < 5; guest += 1) await takeRate(rate, randomUUID(), here);
  await expect(takeRate(rate, randomUUID(), here)).rejects.toMatchObject(refused);
  await expect(takeRate(rate, undefined, here)).rejects.toMatchObject(refused);
  await takeRate(rate, randomUUID(), randomUUID());
});

it('counts a person wherever she comes from, and by address whoever has no session', async () => {
  const rate = { name: randomUUID(), points: 2, perSeconds: 60 };
  const [person, here] = [randomUUID(), randomUUID()];
  for (let time = 0; time < 2; time += 1) await takeRate(rate, person, randomUUID());
  await expect(takeRate(rate, person, randomUUID())).rejects.toMatchObject(refused);
  for (let time = 0; time < 2; time += 1) await takeRate(rate, undefined, here);
  await expect(takeRate(rate, undefined, here)).rejects.toMatchObject(refused);
});

it('says how long to wait when that is long', async () => {
  const rate = { name: randomUUID(), points: 1, perSeconds: 3600 };
  const person = randomUUID();
  await takeRate(rate, person, 'here');
  await expect(takeRate(rate, person, 'here')).rejects.toThrow('Wait an hour and try again.');
});
