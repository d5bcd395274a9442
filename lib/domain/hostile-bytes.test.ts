import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBareJpeg } from './bare-jpeg.ts';
import { hasFewScans } from './jpeg-scans.ts';
import { readPictureHeader } from './picture-header.ts';
import { keepVisiblePngChunks } from './png-chunks.ts';

/** Everything that looks at a stranger's bytes in the process that holds the keys. */
const parsers: Record<string, (bytes: Uint8Array) => unknown> = {
  readPictureHeader,
  keepVisiblePngChunks,
  hasFewScans,
  isBareJpeg: (bytes) => isBareJpeg(bytes, { width: 3, height: 2 }),
};

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** Good files, as small as they get. */
const seeds = [
  hex(
    'ffd8 ffe0001000000000000000000000000000 00 ffc0000b080002000301011100 ffda0008010100003f00 12 ffd9',
  ),
  hex(
    '89504e470d0a1a0a 0000000d49484452000000030000000208020000 00 00000000 0000000149444154 00 00000000 0000000049454e44 00000000',
  ),
  hex('52494646 20000000 57454250 56503820 14000000 000000 9d012a 03000200 0000000000000000000000'),
  hex('52494646 20000000 57454250 56503858 0a000000 00000000 020000 010000 0000000000000000'),
  hex('00000018 66747970 6d696631 00000000 6d696631 61766966'),
];

/** One of them with bytes changed, taken out and put in; or anything at all. */
const hostile = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      fc.constantFrom(...seeds),
      fc.array(fc.tuple(fc.nat(80), fc.nat(3), fc.uint8Array({ maxLength: 6 })), { maxLength: 6 }),
    )
    .map(([seed, changes]) => {
      const bytes = [...seed];
      for (const [at, removed, put] of changes) bytes.splice(at, removed, ...put);
      return Uint8Array.from(bytes);
    }),
);

describe.each(Object.entries(parsers))('%s', (_name, parse) => {
  it('answers for any bytes, and reads none but those', () => {
    fc.assert(
      fc.property(hostile, fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes, around) => {
        // The same bytes in the middle of somebody else's: what is there must make no difference.
        const larger = Uint8Array.from([...around, ...bytes, ...around]);
        const inside = larger.subarray(around.length, around.length + bytes.length);
        const before = larger.slice();
        expect(parse(inside)).toEqual(parse(bytes));
        expect(larger).toEqual(before);
      }),
      { numRuns: 3_000 },
    );
  });
});
