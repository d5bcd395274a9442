import 'server-only';

/*
 * What goes through the pipe to a decoder and back: a head of fixed size, then the bytes. No JSON and
 * no base64, since a photo has millions of bytes.
 */

/** Of a file that is to be decoded. */
export interface Order {
  /** Bytes of the file. */
  length: number;
  width: number;
  height: number;
  /** Longer side of what comes back, in pixels. */
  maxSide: number;
  /** Of the JPEG, 1–100. */
  quality: number;
}

/** Of what came of it; `length` bytes of JPEG follow, none when the file is damaged. */
export interface Reply {
  length: number;
  width: number;
  height: number;
}

export const ORDER_HEAD = 20;
export const REPLY_HEAD = 12;

export function writeOrder({ length, width, height, maxSide, quality }: Order): Buffer {
  return uint32s([length, width, height, maxSide, quality]);
}

export function readOrder(head: Buffer): Order {
  const at = (index: number) => head.readUInt32BE(index * 4);
  return { length: at(0), width: at(1), height: at(2), maxSide: at(3), quality: at(4) };
}

export function writeReply({ length, width, height }: Reply): Buffer {
  return uint32s([length, width, height]);
}

export function readReply(head: Buffer): Reply {
  const at = (index: number) => head.readUInt32BE(index * 4);
  return { length: at(0), width: at(1), height: at(2) };
}

function uint32s(values: readonly number[]): Buffer {
  const head = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    head.writeUInt32BE(value, index * 4);
  });
  return head;
}

/**
 * Cuts what comes through a pipe into heads and bodies.
 *
 * @param lengthOf how many bytes follow a head; a throw ends it all.
 */
export function frameReader(
  headSize: number,
  lengthOf: (head: Buffer) => number,
  onFrame: (head: Buffer, body: Buffer<ArrayBuffer>) => void,
): (chunk: Buffer) => void {
  let head: Buffer | null = null;
  let into = Buffer.alloc(headSize);
  let filled = 0;
  return (chunk) => {
    for (let rest = chunk; ; ) {
      const taken = rest.copy(into, filled);
      filled += taken;
      rest = rest.subarray(taken);
      if (filled < into.length) return;
      filled = 0;
      if (head === null) {
        head = into;
        into = Buffer.allocUnsafe(lengthOf(head));
      } else {
        onFrame(head, into);
        head = null;
        into = Buffer.alloc(headSize);
      }
    }
  };
}
