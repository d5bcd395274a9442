import { setImmediate as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readTogether } from './read-together.ts';

/** A reading that ends when it is told to. */
function slowReading(limits: Parameters<typeof readTogether>[1] = {}) {
  const readings: { keys: number[]; end: () => void; fail: () => void }[] = [];
  const ask = readTogether(async (keys: number[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    readings.push({ keys, end: resolve, fail: () => reject(new Error('away')) });
    await promise;
    return keys.map((key) => `row ${key}`);
  }, limits);
  return { ask, readings };
}

describe('rows that are read together', () => {
  it('are one reading when they are asked for at once, and each gets its own', async () => {
    const { ask, readings } = slowReading();
    const all = Promise.all([ask(1), ask(2), ask(1)]);
    await pause();
    expect(readings.map(({ keys }) => keys)).toEqual([[1, 2, 1]]);
    readings[0]?.end();
    expect(await all).toEqual(['row 1', 'row 2', 'row 1']);
  });

  it('are read anew for whoever asks while the same is being read', async () => {
    const { ask, readings } = slowReading();
    const first = ask(1);
    await pause();
    const second = ask(1);
    await pause();
    expect(readings.map(({ keys }) => keys)).toEqual([[1], [1]]);
    for (const { end } of readings) end();
    expect(await Promise.all([first, second])).toEqual(['row 1', 'row 1']);
  });

  it('gather while a few readings are under way, and go out when one of them has ended', async () => {
    const { ask, readings } = slowReading();
    const all: Promise<string>[] = [];
    for (let key = 1; key <= 5; key += 1) {
      all.push(ask(key));
      await pause();
    }
    expect(readings.map(({ keys }) => keys)).toEqual([[1], [2], [3]]);
    readings[1]?.end();
    expect(await all[1]).toBe('row 2');
    await pause();
    expect(readings.map(({ keys }) => keys)).toEqual([[1], [2], [3], [4, 5]]);
    for (const { end } of readings) end();
    expect(await Promise.all(all)).toHaveLength(5);
  });

  it('fail for those who were in it, and not for the next', async () => {
    const { ask, readings } = slowReading();
    const both = Promise.allSettled([ask(1), ask(2)]);
    await pause();
    readings[0]?.fail();
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = ask(3);
    await pause();
    readings[1]?.end();
    expect(await next).toBe('row 3');
  });

  it('make room for the next when nothing comes back, and tell those who waited', async () => {
    const { ask, readings } = slowReading({ withinMs: 20 });
    const asked: Promise<unknown>[] = [];
    for (let key = 1; key <= 3; key += 1) {
      asked.push(ask(key));
      await pause();
    }
    const next = ask(4);
    const ends = await Promise.allSettled(asked);
    expect(ends).toEqual(Array(3).fill(expect.objectContaining({ status: 'rejected' })));
    expect(readings.map(({ keys }) => keys)).toEqual([[1], [2], [3], [4]]);
    readings[3]?.end();
    expect(await next).toBe('row 4');
  });

  it('turn away who would wait behind too many', async () => {
    const { ask, readings } = slowReading({ mostWaiting: 2 });
    const both = [ask(1), ask(2)];
    await expect(ask(3)).rejects.toMatchObject({ code: 'unavailable' });
    await pause();
    readings[0]?.end();
    expect(await Promise.all(both)).toEqual(['row 1', 'row 2']);
  });
});
