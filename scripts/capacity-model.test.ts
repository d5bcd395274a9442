import { describe, expect, it } from 'vitest';
import { busyCores, type Costs, capacity, type Demand } from './capacity-model.ts';

const costs: Costs = {
  submit: { web: 10, database: 5 },
  carry: { worker: 20, decoder: 15, database: 10 },
  answer: { web: 1, database: 0.5 },
  page: { web: 20, database: 5 },
  picture: { web: 2, database: 1 },
  photo: { web: 100, database: 10 },
  answersEach: 5,
  gateHeldMs: 1,
  waitingEach: 5_000,
};
const demand: Demand = {
  shoppers: 1_000,
  pagesPerMinute: 2,
  tryOnsPerMinute: 60,
  photosEach: 0.5,
  picturesEach: 4,
  callsPerMinute: 1_000,
};
const means = { databaseCores: 2, databaseConnections: 100 };

describe('capacity', () => {
  it('takes one of each for a small shop', () => {
    const small = { ...demand, shoppers: 10, tryOnsPerMinute: 1 };
    expect(capacity(costs, small, means)).toMatchObject({
      webNodes: 1,
      workers: 1,
      connections: 34,
    });
  });

  it('adds up what pages, submits, answers, pictures and photos take', () => {
    // A hundred pages and a try-on a second: five answers, four pictures and half a photo go with it.
    const { webCores, webNodes, databaseCores } = capacity(
      costs,
      { ...demand, pagesPerMinute: 6 },
      means,
    );
    expect(webCores).toBeCloseTo((100 * 0.02 + 0.01 + 5 * 0.001 + 4 * 0.002 + 0.05) / 0.7, 9);
    expect(webNodes).toBe(Math.ceil(webCores));
    const ofTryOn = 0.005 + 0.01 + 5 * 0.0005 + 4 * 0.001 + 0.005;
    expect(databaseCores).toBeCloseTo((100 * 0.005 + ofTryOn) / 0.7, 9);
  });

  it('adds web nodes for those who wait, even when each costs nothing', () => {
    const free = { web: 0, database: 0 };
    const nothing = { submit: free, answer: free, page: free, picture: free, photo: free };
    const idle = { ...costs, ...nothing, waitingEach: 10 };
    expect(capacity(idle, { ...demand, callsPerMinute: 100_000 }, means).webNodes).toBe(1);
    const many = { ...demand, tryOnsPerMinute: 600, callsPerMinute: 100_000 };
    expect(capacity(idle, many, means).webNodes).toBe(8);
  });

  it('says where the first wall stands', () => {
    const { walls, callsEach } = capacity(costs, { ...demand, callsPerMinute: 50 }, means);
    expect(walls[0]?.name).toBe('the provider’s plan');
    // Forty calls a minute are ours, and less than four a try-on do not find out when it is done.
    expect(walls[0]?.standsAt).toBeGreaterThan(10);
    expect(walls[0]?.standsAt).toBeLessThan(20);
    expect(callsEach).toBeLessThan(5);
  });

  it('says that a wall stands nowhere when pages alone are too many', () => {
    const { walls } = capacity(costs, { ...demand, shoppers: 1e6 }, means);
    expect(walls.find(({ name }) => name === 'the database’s processors')?.standsAt).toBe(0);
  });

  it('has a wall stand still when only the demand changes', () => {
    const standsAt = (tryOnsPerMinute: number) =>
      capacity(costs, { ...demand, tryOnsPerMinute, callsPerMinute: 100_000 }, means).walls.find(
        ({ name }) => name === 'the database’s processors',
      )?.standsAt;
    const stands = standsAt(60) ?? 0;
    expect(stands).toBeGreaterThan(100);
    expect(Math.abs((standsAt(600) ?? 0) / stands - 1)).toBeLessThan(0.01);
  });
});

describe('busyCores', () => {
  it('is nothing for nothing, and twice as much for twice as much', () => {
    const one = busyCores(costs, { tryOnsPerSecond: 10, answersPerSecond: 100 });
    const two = busyCores(costs, { tryOnsPerSecond: 20, answersPerSecond: 200 });
    expect(busyCores(costs, { tryOnsPerSecond: 0, answersPerSecond: 0 }).web).toBe(0);
    expect(one).toEqual({ web: 0.2, workers: 0.35, database: 0.2 });
    expect(two.database).toBeCloseTo(0.4, 9);
  });
});
