import 'server-only';

/** Why a body was not read to its end. */
export type BodyProblem = 'too_large' | 'too_slow' | 'no_room' | 'broken';

export class BodyUnread extends Error {
  readonly problem: BodyProblem;

  constructor(problem: BodyProblem) {
    super(`A body was not read: ${problem}`);
    this.name = 'BodyUnread';
    this.problem = problem;
  }
}

/** Memory that bodies share while they arrive. */
export interface Room {
  /** False when there is none left. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function createRoom(bytes: number): Room {
  let free = bytes;
  return {
    take(wanted) {
      if (wanted > free) return false;
      free -= wanted;
      return true;
    },
    giveBack(taken) {
      free += taken;
    },
  };
}

export interface BodyLimits {
  maxBytes: number;
  /** Longest silence between two pieces, in milliseconds. */
  silenceMs: number;
  /** For all of it: a byte now and then is no silence. */
  totalMs: number;
  room: Room;
}

/**
 * All of a body in memory. What counts is what arrives, not what a header says of it; whoever sends too
 * much, too slowly, or while too many others do, is stopped there.
 *
 * @throws BodyUnread
 */
export async function readBody(
  body: ReadableStream<Uint8Array>,
  { maxBytes, silenceMs, totalMs, room }: BodyLimits,
): Promise<Buffer<ArrayBuffer>> {
  const reader = body.getReader();
  const deadline = performance.now() + totalMs;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const step = await within(Math.min(silenceMs, deadline - performance.now()), reader.read());
      if (step.done) return Buffer.concat(chunks);
      const { byteLength } = step.value;
      if (size + byteLength > maxBytes) throw new BodyUnread('too_large');
      if (!room.take(byteLength)) throw new BodyUnread('no_room');
      size += byteLength;
      chunks.push(step.value);
    }
  } catch (error) {
    // Nobody reads on. It rejects where the sender has gone, which is why this is thrown then.
    reader.cancel().catch(() => undefined);
    throw error instanceof BodyUnread ? error : new BodyUnread('broken');
  } finally {
    room.giveBack(size);
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BodyUnread('too_slow')), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
