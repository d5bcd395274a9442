import { describe, expect, it, vi } from 'vitest';
import { createDecoderPool, type Line, type PoolOptions } from './decoder-pool.ts';
import type { Decoded, DecoderProcess } from './decoder-process.ts';
import { DecoderUnavailable } from './decoder-unavailable.ts';

const FILE = new Uint8Array(3);
const ORDER = { width: 1, height: 1, maxSide: 1, quality: 1 };
const DAMAGED: Decoded = { kind: 'damaged' };

/** Processes that answer when they are told to. */
function stage(change: Partial<PoolOptions> = {}) {
  const started: { alive: boolean; answers: ((decoded: Decoded) => void)[] }[] = [];
  const start = async (): Promise<DecoderProcess> => {
    const one = { alive: true, answers: [] as ((decoded: Decoded) => void)[] };
    started.push(one);
    return {
      pid: started.length,
      get alive() {
        return one.alive;
      },
      decode: () => new Promise((resolve) => one.answers.push(resolve)),
      end: () => {
        one.alive = false;
      },
    };
  };
  const pool = createDecoderPool({
    start,
    size: 2,
    maxWaiting: 3,
    maxWaitMs: 10_000,
    picturesEach: { paid: 100, usual: 100 },
    ...change,
  });
  const decode = (line?: Line) => pool.decode(FILE, ORDER, line);
  /** Whoever is at work answers. */
  const answerAll = async (decoded = DAMAGED) => {
    await vi.waitFor(() => expect(started.some((one) => one.answers.length > 0)).toBe(true));
    for (const one of started) one.answers.shift()?.(decoded);
  };
  return { decode, started, answerAll };
}

describe('the pool of decoders', () => {
  it('starts nothing before it is needed, and no more than it may', async () => {
    const { decode, started, answerAll } = stage();
    expect(started).toHaveLength(0);
    const all = [decode(), decode(), decode(), decode()];
    await answerAll();
    await answerAll();
    expect(await Promise.all(all)).toEqual(Array(4).fill(DAMAGED));
    expect(started).toHaveLength(2);
  });

  it('gives one process one file at a time', async () => {
    const { decode, started } = stage();
    void Promise.allSettled([decode(), decode(), decode()]);
    await vi.waitFor(() => expect(started).toHaveLength(2));
    expect(started.map(({ answers }) => answers.length)).toEqual([1, 1]);
  });

  it('turns away who would wait behind too many', async () => {
    const { decode, answerAll } = stage();
    const taken = Array.from({ length: 5 }, () => decode());
    await expect(decode()).rejects.toThrow(DecoderUnavailable);
    for (let n = 0; n < 3; n++) await answerAll();
    expect(await Promise.all(taken)).toHaveLength(5);
  });

  it('lets nobody wait for ever', async () => {
    const { decode } = stage({ maxWaitMs: 20 });
    void Promise.allSettled([decode(), decode()]);
    await expect(decode()).rejects.toThrow(DecoderUnavailable);
  });

  it('replaces a process that died of a picture, and one that has done its share', async () => {
    const { decode, started, answerAll } = stage({ size: 1, picturesEach: { paid: 9, usual: 2 } });
    for (let n = 0; n < 2; n++) {
      const one = decode();
      await answerAll();
      await one;
    }
    expect(started.map(({ alive }) => alive)).toEqual([false]);
    const third = decode();
    await vi.waitFor(() => expect(started).toHaveLength(2));
    if (started[1]) started[1].alive = false;
    started[1]?.answers.shift()?.({ kind: 'died' });
    expect(await third).toEqual({ kind: 'died' });
    const fourth = decode();
    await answerAll();
    expect(await fourth).toEqual(DAMAGED);
    expect(started).toHaveLength(3);
  });

  it('shows a stranger’s process nothing of what was paid for', async () => {
    const { decode, started, answerAll } = stage();
    for (const line of ['usual', 'paid', 'usual', 'paid'] as const) {
      const one = decode(line);
      await answerAll();
      await one;
    }
    expect(started).toHaveLength(2);
    const both = [decode('usual'), decode('paid')];
    await vi.waitFor(() => expect(started.map(({ answers }) => answers.length)).toEqual([1, 1]));
    await answerAll();
    await Promise.all(both);
  });

  it('never lets more live than it may, whichever line they served', async () => {
    const { decode, started, answerAll } = stage();
    const living = () => started.filter(({ alive }) => alive).length;
    for (const line of ['usual', 'paid', 'usual'] as const) {
      const both = [decode(line), decode(line)];
      await answerAll();
      await Promise.all(both);
      expect(living()).toBe(2);
    }
    // Of those that rest, only as many go as are in the way.
    const paid = decode('paid');
    const usual = decode('usual');
    await answerAll();
    await Promise.all([paid, usual]);
    expect(living()).toBe(2);
    expect(started).toHaveLength(7);
  });

  it('goes on after one that could not be started', async () => {
    let broken = true;
    const pool = createDecoderPool({
      start: async () => {
        if (broken) throw new DecoderUnavailable('no room');
        return { pid: 1, alive: true, decode: async () => DAMAGED, end: () => {} };
      },
      size: 1,
      maxWaiting: 1,
      maxWaitMs: 1_000,
      picturesEach: { paid: 9, usual: 9 },
    });
    await expect(pool.decode(FILE, ORDER)).rejects.toThrow(DecoderUnavailable);
    broken = false;
    expect(await pool.decode(FILE, ORDER)).toEqual(DAMAGED);
  });

  it('lets what was paid for go first, however many wait', async () => {
    const { decode, answerAll } = stage({ size: 1 });
    const ended: string[] = [];
    const note = (name: string, line?: Line) => decode(line).then(() => ended.push(name));
    const usual = Array.from({ length: 4 }, (_, n) => note(`upload ${n}`));
    await expect(decode()).rejects.toThrow(DecoderUnavailable);
    const paid = note('look', 'paid');
    for (let n = 0; n < 5; n++) {
      await answerAll();
    }
    await Promise.all([...usual, paid]);
    expect(ended.slice(0, 2)).toEqual(['upload 0', 'look']);
  });
});
