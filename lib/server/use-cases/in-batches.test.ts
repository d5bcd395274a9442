import { describe, expect, it } from 'vitest';
import { inBatches } from './in-batches.ts';

describe('what is due', () => {
  it('is all tried, however much of what comes first fails', async () => {
    const due = Array.from({ length: 10 }, (_, place) => place);
    const tried: number[] = [];
    const done = await inBatches<number>({
      find: async (limit, after) => due.filter((one) => one > (after ?? -1)).slice(0, limit),
      by: String,
      each: async (_, together) => {
        tried.push(...together);
        if (together.some((one) => one < 7)) throw new Error('not yet');
      },
      limit: 3,
      withinMs: 60_000,
    });
    expect(tried).toEqual(due);
    expect(done).toBe(3);
  });
});
