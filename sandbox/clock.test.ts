import { describe, expect, it } from 'vitest';
import { createClock, createManualClock } from './clock.ts';

describe('the manual clock', () => {
  it('resolves waits in the order of their times when it is advanced past them', async () => {
    const clock = createManualClock(0);
    const order: string[] = [];
    const late = clock.wait(200).then(() => order.push('late'));
    const early = clock.wait(100).then(() => order.push('early'));
    clock.advance(99);
    await Promise.resolve();
    expect(order).toEqual([]);
    clock.advance(500);
    await Promise.all([late, early]);
    expect(order).toEqual(['early', 'late']);
  });

  it('lets go of a wait whose signal aborts', async () => {
    const clock = createManualClock(0);
    const leave = new AbortController();
    const wait = clock.wait(Number.POSITIVE_INFINITY, leave.signal);
    leave.abort();
    await expect(wait).resolves.toBeUndefined();
  });

  it('refuses to go back', () => {
    expect(() => createManualClock().advance(-1)).toThrow(RangeError);
    expect(() => createManualClock().advance(Number.NaN)).toThrow(RangeError);
  });

  it('returns to its start on a reset', () => {
    const clock = createManualClock(1000);
    clock.advance(5);
    clock.reset();
    expect(clock.now()).toBe(1000);
  });
});

describe('the machine clock', () => {
  it('ends an hour of waiting at once when it is moved by an hour', async () => {
    const clock = createClock();
    const before = Date.now();
    const wait = clock.wait(clock.now() + 3600_000);
    clock.advance(3600_000);
    await wait;
    expect(clock.now() - before).toBeGreaterThanOrEqual(3600_000);
    expect(Date.now() - before).toBeLessThan(60_000);
  });

  it('ends a short wait by itself', async () => {
    const clock = createClock();
    const until = clock.now() + 3;
    await clock.wait(until);
    expect(clock.now()).toBeGreaterThanOrEqual(until);
  });
});
