import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepVisiblePngChunks } from './png-chunks.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array = new Uint8Array(3)): Uint8Array {
  const whole = new Uint8Array(12 + data.length);
  new DataView(whole.buffer).setUint32(0, data.length);
  whole.set(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  whole.set(data, 8);
  return whole;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('keepVisiblePngChunks', () => {
  it('leaves out text, time and animation, and keeps what the picture is made of', () => {
    const kept = ['IHDR', 'gAMA', 'iCCP', 'eXIf', 'PLTE', 'tRNS', 'IDAT', 'IDAT', 'IEND'];
    const dropped = ['zTXt', 'iTXt', 'tEXt', 'tIME', 'acTL', 'fdAT', 'prVt'];
    const mixed = join(
      SIGNATURE,
      ...kept.flatMap((type, index) => [chunk(dropped[index] ?? 'tEXt'), chunk(type)]),
    );
    expect(keepVisiblePngChunks(mixed)).toEqual(
      join(SIGNATURE, ...kept.map((type) => chunk(type))),
    );
  });

  it('cuts off what follows the end, such as the archive of a polyglot', () => {
    const picture = join(SIGNATURE, chunk('IHDR'), chunk('IDAT'), chunk('IEND'));
    const polyglot = join(picture, Uint8Array.of(0x50, 0x4b, 3, 4));
    expect(keepVisiblePngChunks(polyglot)).toEqual(picture);
  });

  it('refuses a file that stops before its end', () => {
    const picture = join(SIGNATURE, chunk('IHDR'), chunk('IDAT'), chunk('IEND'));
    for (let length = SIGNATURE.length; length < picture.length; length++) {
      expect(keepVisiblePngChunks(picture.subarray(0, length))).toBeNull();
    }
  });

  it('refuses a file of endless empty chunks', () => {
    const empty = chunk('IDAT', new Uint8Array());
    const many = new Uint8Array(8 + empty.length * 30_000);
    for (let at = 8; at < many.length; at += empty.length) many.set(empty, at);
    expect(keepVisiblePngChunks(many)).toBeNull();
  });

  it('answers for any bytes at all, and never with more than it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (rest) => {
        const kept = keepVisiblePngChunks(join(SIGNATURE, rest));
        expect(kept?.length ?? 0).toBeLessThanOrEqual(8 + rest.length);
      }),
    );
  });
});
