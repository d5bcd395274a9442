import { expect, vi } from 'vitest';
import { log } from '#lib/server/log.ts';
import { DEADLOCK } from '#lib/server/transact.ts';

/** Fails when two waited for each other, although both came through in the end. */
export async function withoutDeadlock<T>(work: () => Promise<T>): Promise<T> {
  const warned = vi.spyOn(log, 'warn');
  try {
    const done = await work();
    expect(warned.mock.calls.filter((call) => call.includes(DEADLOCK as never))).toEqual([]);
    return done;
  } finally {
    warned.mockRestore();
  }
}
