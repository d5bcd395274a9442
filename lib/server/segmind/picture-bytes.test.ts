import { describe, expect, it } from 'vitest';
import { decodePicture, sniffPicture } from './picture-bytes.ts';
import { JPEG, JPEG_BASE64 } from './testing/scripted-fetch.ts';

describe('telling a picture by its bytes', () => {
  it.each([
    ['image/jpeg', [...JPEG]],
    ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['image/webp', [...Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBP', 'latin1')]],
    [undefined, [...Buffer.from('RIFF\u0004\u0000\u0000\u0000AVI ', 'latin1')]],
    [undefined, [...Buffer.from('<!DOCTYPE html>')]],
    [undefined, [0xff, 0xd8]],
    [undefined, []],
  ])('finds %s', (expected, bytes) => {
    expect(sniffPicture(new Uint8Array(bytes))).toBe(expected);
  });
});

describe('decoding a picture from text', () => {
  it.each([
    JPEG_BASE64,
    `data:image/jpeg;base64,${JPEG_BASE64}`,
    `data:image/png;base64,${JPEG_BASE64}`,
    `${JPEG_BASE64.slice(0, 4)}\n${JPEG_BASE64.slice(4)}\n`,
  ])('understands %s', (text) => {
    expect(decodePicture(text)).toEqual({ bytes: JPEG, contentType: 'image/jpeg' });
  });

  it.each(['', 'hello', 'data:image/jpeg;base64,', 'aGVsbG8=', `${JPEG_BASE64}<`])(
    'finds none in %j',
    (text) => {
      expect(decodePicture(text)).toBeUndefined();
    },
  );

  it('copes with a picture of many megabytes', () => {
    const big = new Uint8Array(15_000_000);
    big.set(JPEG);
    expect(decodePicture(Buffer.from(big).toString('base64'))?.bytes).toHaveLength(15_000_000);
  });
});
