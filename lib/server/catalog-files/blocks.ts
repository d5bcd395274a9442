import 'server-only';

export const BLOCK_BYTES = 64 * 1024;

/**
 * The same bytes in pieces of one size, the last may be shorter: what is read must not depend on how
 * the bytes happened to arrive.
 */
export async function* inBlocks(
  chunks: AsyncIterable<Uint8Array>,
  size = BLOCK_BYTES,
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let rest = chunk;
    while (length + rest.length >= size) {
      yield Buffer.concat([...held, rest.subarray(0, size - length)]);
      rest = rest.subarray(size - length);
      held = [];
      length = 0;
    }
    if (rest.length > 0) {
      held.push(rest);
      length += rest.length;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}

/** A look at the first block; `all` still begins with it. */
export interface Peeked {
  head: Buffer;
  all: () => AsyncGenerator<Buffer>;
}

export async function peekBlock(blocks: AsyncGenerator<Buffer>): Promise<Peeked> {
  const first = await blocks.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  return {
    head,
    async *all() {
      if (head.length > 0) yield head;
      yield* blocks;
    },
  };
}
