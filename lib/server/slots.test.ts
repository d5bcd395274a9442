import { describe, expect, it } from 'vitest';
import { createSlots } from './slots.ts';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('slots', () => {
  it('lets so many in, and the next in the order in which they came', async () => {
    const slots = createSlots(2);
    const came: number[] = [];
    const leave: (() => void)[] = [];
    for (let n = 0; n < 4; n += 1) {
      void slots.take('one').then((free) => {
        came.push(n);
        leave.push(free);
      });
    }
    await tick();
    expect(came).toEqual([0, 1]);
    leave[1]?.();
    await tick();
    expect(came).toEqual([0, 1, 2]);
  });

  it('counts each name by itself, and from nothing when all have left', async () => {
    const slots = createSlots(1);
    const leave = await slots.take('one');
    await slots.take('other');
    leave();
    await slots.take('one');
  });
});
