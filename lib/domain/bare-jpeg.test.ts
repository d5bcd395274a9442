import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBareJpeg } from './bare-jpeg.ts';

const SIZE = { width: 3, height: 2 };
const start = [0xff, 0xd8];
const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const tables = [0xff, 0xdb, 0, 4, 1, 2];
const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 17, 0];
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];
const end = [0xff, 0xd9];
const parts = [start, jfif, tables, frame, scan, end];
const bytesOf = (all: number[][]) => Uint8Array.from(all.flat());
const whole = bytesOf(parts);

describe('a bare JPEG', () => {
  it('is a picture of its size and nothing else', () => {
    expect(isBareJpeg(whole, SIZE)).toBe(true);
    expect(isBareJpeg(whole, { width: 2, height: 3 })).toBe(false);
  });

  it.each([
    ['EXIF', 0xe1],
    ['a profile', 0xe2],
    ['a comment', 0xfe],
    ['a second JFIF with a thumbnail', 0xe0],
    ['a progressive frame', 0xc2],
  ])('holds no %s, wherever it stands', (_name, marker) => {
    for (let at = 1; at < parts.length; at++) {
      const extra = [0xff, marker, 0, 5, 1, 2, 3];
      expect(isBareJpeg(bytesOf(parts.toSpliced(at, 0, extra)), SIZE)).toBe(false);
    }
  });

  it('ends where the file ends, and not before', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 50 }), (more) => {
        expect(isBareJpeg(Uint8Array.from([...whole, ...more]), SIZE)).toBe(false);
      }),
    );
    for (let length = 0; length < whole.length; length++) {
      expect(isBareJpeg(whole.subarray(0, length), SIZE)).toBe(false);
    }
  });

  it('is told from anything at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(isBareJpeg(bytes, SIZE)).toBe(false);
      }),
    );
  });
});
