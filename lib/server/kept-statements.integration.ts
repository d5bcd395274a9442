import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { db, disconnect, pool } from './db.ts';
import { kept, readKept } from './kept-statements.ts';

afterAll(disconnect);

describe('a statement that is kept', () => {
  it('is asked anew when a migration has changed what it returns', async () => {
    await pool().query('CREATE TABLE kept_before (n int)');
    await pool().query('INSERT INTO kept_before VALUES (7)');
    const read = async () => (await readKept(pool(), 'SELECT n FROM kept_before', [])).rows;
    expect(await read()).toEqual([{ n: 7 }]);
    await pool().query('ALTER TABLE kept_before ALTER n TYPE text');
    expect(await read()).toEqual([{ n: '7' }]);
  });

  it('costs its connection when Prisma has asked for it, so that the next is right', async () => {
    await pool().query('CREATE TABLE kept_too (n int)');
    await pool().query('INSERT INTO kept_too VALUES (7)');
    const read = () => db().$queryRaw`${kept} SELECT n FROM kept_too`;
    expect(await read()).toEqual([{ n: 7 }]);
    await pool().query('ALTER TABLE kept_too ALTER n TYPE text');
    await expect(read()).rejects.toThrow('cached plan');
    expect(await read()).toEqual([{ n: '7' }]);
  });
});

describe('a connection that has gone silent', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets go of those who wait, and is not used again', async () => {
    const pidOf = async () =>
      (await pool().query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid;
    const pid = await pidOf();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waits = expect(pool().query('SELECT pg_sleep(2)')).rejects.toThrow('timeout');
    await turn();
    vi.advanceTimersByTime(60_000);
    await waits;
    vi.useRealTimers();
    expect(await pidOf()).not.toBe(pid);
  });
});
