import 'server-only';
import type { Decoded, DecoderProcess } from './decoder-process.ts';
import { DecoderUnavailable } from './decoder-unavailable.ts';
import type { Order } from './frames.ts';

export interface DecoderPool {
  /** @throws DecoderUnavailable when too many wait already, or none can be started. */
  decode(file: Uint8Array, order: Omit<Order, 'length'>, line?: Line): Promise<Decoded>;
  /** Ends the processes that are at rest. */
  endRested(): void;
}

/** `paid` goes before all others, and is not turned away by how many they are. */
export type Line = 'paid' | 'usual';

export interface PoolOptions {
  start: () => Promise<DecoderProcess>;
  /** So many live at most, busy or at rest. */
  size: number;
  /** So many of the usual ones wait, each with a file in memory; the next is turned away. */
  maxWaiting: number;
  /** And so long; then they are turned away. */
  maxWaitMs: number;
  /** After so many pictures a process makes room for a new one. No process serves both lines. */
  picturesEach: Record<Line, number>;
}

/** A few processes, started when they are first needed, that decode one picture after the other. */
export function createDecoderPool(options: PoolOptions): DecoderPool {
  const { start, size, maxWaiting, maxWaitMs, picturesEach } = options;
  const resting: Record<Line, { process: DecoderProcess; done: number }[]> = {
    paid: [],
    usual: [],
  };
  const lines: Record<Line, ((turn: boolean) => void)[]> = { paid: [], usual: [] };
  /** Turns that are taken. */
  let busy = 0;
  /** Processes that are at work, or being started. */
  let working = 0;

  async function takeTurn(line: Line): Promise<void> {
    if (busy < size) {
      busy += 1;
      return;
    }
    const waiting = lines[line];
    if (line === 'usual' && waiting.length >= maxWaiting)
      throw new DecoderUnavailable('too many wait');
    const turn = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(tell), 1);
        resolve(false);
      }, maxWaitMs);
      const tell = (now: boolean) => {
        clearTimeout(timer);
        resolve(now);
      };
      waiting.push(tell);
    });
    if (!turn) throw new DecoderUnavailable('the wait was too long');
  }

  function leave(): void {
    // Whoever leaves hands the turn over, so the count stays.
    const next = lines.paid.shift() ?? lines.usual.shift();
    if (next) next(true);
    else busy -= 1;
  }

  function takeRested(line: Line) {
    for (let one = resting[line].pop(); one; one = resting[line].pop()) {
      if (one.process.alive) return one;
    }
    return null;
  }

  /** Those that rest for the other line make room, so that never more than `size` live. */
  function makeRoom(): void {
    const others = [resting.paid, resting.usual];
    while (working + resting.paid.length + resting.usual.length >= size) {
      others
        .find((line) => line.length > 0)
        ?.shift()
        ?.process.end();
    }
  }

  async function decodeWithOne(file: Uint8Array, order: Omit<Order, 'length'>, line: Line) {
    const rested = takeRested(line);
    if (!rested) makeRoom();
    working += 1;
    try {
      const one = rested ?? { process: await start(), done: 0 };
      const decoded = await one.process.decode(file, order);
      one.done += 1;
      if (one.done >= picturesEach[line]) one.process.end();
      else if (one.process.alive) resting[line].push(one);
      return decoded;
    } finally {
      working -= 1;
    }
  }

  return {
    endRested() {
      for (const { process } of [...resting.paid.splice(0), ...resting.usual.splice(0)]) {
        process.end();
      }
    },
    async decode(file, order, line = 'usual') {
      await takeTurn(line);
      try {
        return await decodeWithOne(file, order, line);
      } finally {
        leave();
      }
    },
  };
}
