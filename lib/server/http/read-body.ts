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

/** Memory that bodies share from their first byte until they have been read. */
export interface Room {
  /** False when there is none left for whoever it is from. */
  take(from: string, bytes: number): boolean;
  giveBack(from: string, bytes: number): void;
}

/** @param share of the room, that those who come from one address have together at most. */
export function createRoom(bytes: number, share: number): Room {
  let free = bytes;
  const taken = new Map<string, number>();
  return {
    take(from, wanted) {
      const own = (taken.get(from) ?? 0) + wanted;
      if (wanted > free || own > bytes * share) return false;
      free -= wanted;
      taken.set(from, own);
      return true;
    },
    giveBack(from, given) {
      free += given;
      const own = (taken.get(from) ?? 0) - given;
      if (own > 0) taken.set(from, own);
      else taken.delete(from);
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
 * @param from the address that it comes from.
 * @param use makes something of it; until then it takes room, and so do its copies.
 * @throws BodyUnread
 */
export async function readBody<T>(
  body: ReadableStream<Uint8Array>,
  from: string,
  { room, ...limits }: BodyLimits,
  use: (bytes: Buffer<ArrayBuffer>) => T | Promise<T>,
): Promise<T> {
  let size = 0;
  const take = (bytes: number) => {
    if (!room.take(from, bytes)) throw new BodyUnread('no_room');
    size += bytes;
  };
  try {
    return await use(await readAll(body, limits, take));
  } finally {
    room.giveBack(from, size);
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  { maxBytes, silenceMs, totalMs }: Omit<BodyLimits, 'room'>,
  take: (bytes: number) => void,
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
      take(byteLength);
      size += byteLength;
      chunks.push(step.value);
    }
  } catch (error) {
    // Nobody reads on. It rejects where the sender has gone, which is why this is thrown then.
    reader.cancel().catch(() => undefined);
    throw error instanceof BodyUnread ? error : new BodyUnread('broken');
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
