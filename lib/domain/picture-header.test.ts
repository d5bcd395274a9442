import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureHeader } from './picture-header.ts';

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...latin1(part)] : part)));
const uint16 = (value: number) => [value >> 8, value & 255];
const uint32 = (value: number) => [...uint16(value >>> 16), ...uint16(value & 65_535)];

const jpegFrame = (width: number, height: number, marker = 0xc0) => [
  ...[0xff, marker, 0, 17, 8],
  ...uint16(height),
  ...uint16(width),
  ...[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1],
];
const jpegSegment = (marker: number, length: number) => [
  ...[0xff, marker],
  ...uint16(length + 2),
  ...Array<number>(length).fill(0xff),
];
const png = (width: number, height: number) =>
  bytes(
    [0x89],
    'PNG\r\n\x1a\n',
    uint32(13),
    'IHDR',
    uint32(width),
    uint32(height),
    [8, 2, 0, 0, 0],
    uint32(0),
  );
const webp = (...body: (number[] | string)[]) =>
  bytes('RIFF', uint32(0), 'WEBP', ...body, Array<number>(16).fill(0));
const ftyp = (brand: string, compatible = '') =>
  bytes(uint32(24), 'ftyp', brand, uint32(0), compatible.padEnd(32, ' '));

const side16 = fc.integer({ min: 1, max: 65_535 });

describe('readPictureHeader', () => {
  it('reads the size of any JPEG, whatever segments stand before its frame', () => {
    fc.assert(
      fc.property(
        side16,
        side16,
        fc.constantFrom(0xc0, 0xc1, 0xc2),
        fc.array(fc.tuple(fc.integer({ min: 0xe0, max: 0xef }), fc.nat(300)), { maxLength: 8 }),
        (width, height, marker, segments) => {
          const before = segments.flatMap(([code, length]) => jpegSegment(code, length));
          const file = bytes([0xff, 0xd8], before, jpegFrame(width, height, marker));
          expect(readPictureHeader(file)).toEqual({ kind: 'picture', type: 'jpeg', width, height });
        },
      ),
    );
  });

  it('does not take a table for a frame', () => {
    const file = bytes([0xff, 0xd8], jpegSegment(0xc4, 30), jpegFrame(30, 40));
    expect(readPictureHeader(file)).toMatchObject({ kind: 'picture', width: 30, height: 40 });
  });

  it('reads the size of any PNG, up to the two billion that a bomb claims', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 0x7fffffff }),
        fc.integer({ min: 1, max: 0x7fffffff }),
        (width, height) => {
          const expected = { kind: 'picture', type: 'png', width, height };
          expect(readPictureHeader(png(width, height))).toEqual(expected);
        },
      ),
    );
  });

  it('reads the size of the three kinds of WebP', () => {
    const lossy = webp('VP8 ', uint32(0), [0, 0, 0, 0x9d, 1, 0x2a, 0x2c, 1, 0x90, 1]);
    expect(readPictureHeader(lossy)).toMatchObject({ type: 'webp', width: 300, height: 400 });
    const packed = 299 | (399 << 14);
    const lossless = webp('VP8L', uint32(0), [
      0x2f,
      packed & 255,
      (packed >> 8) & 255,
      (packed >> 16) & 255,
      packed >>> 24,
    ]);
    expect(readPictureHeader(lossless)).toMatchObject({ type: 'webp', width: 300, height: 400 });
    const extended = webp('VP8X', uint32(0), [0, 0, 0, 0, 0x2b, 1, 0, 0x8f, 1, 0]);
    expect(readPictureHeader(extended)).toMatchObject({ type: 'webp', width: 300, height: 400 });
  });

  it.each([
    ['a JPEG that ends in its header', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['a JPEG that starts its scan without a frame', bytes([0xff, 0xd8, 0xff, 0xda, 0, 8])],
    ['a JPEG with a segment of impossible length', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 1])],
    ['a JPEG without height', bytes([0xff, 0xd8], jpegFrame(10, 0))],
    ['a JPEG that is only filling', bytes([0xff, 0xd8], Array<number>(9_000).fill(0xff))],
    ['a PNG without width', png(0, 10)],
    ['a PNG that ends in its header', png(10, 10).subarray(0, 20)],
    ['a WebP of an unknown kind', webp('VP9 ', uint32(0))],
    ['a WebP that ends in its header', latin1('RIFF\0\0\0\0WEBPVP8 ')],
  ])('calls %s damaged', (_name, file) => {
    expect(readPictureHeader(file).kind).toBe('damaged');
  });

  it.each([
    ['gif', latin1('GIF89a\x01\0\x01\0')],
    ['tiff', bytes([0x49, 0x49, 0x2a, 0])],
    ['tiff', bytes([0x4d, 0x4d, 0, 0x2a])],
    ['bmp', latin1('BM....')],
    ['psd', latin1('8BPS')],
    ['pdf', latin1('%PDF-1.7')],
    ['jxl', bytes([0xff, 0x0a])],
    ['heic', ftyp('heic', 'mif1heic')],
    ['heic', ftyp('mif1', 'mif1heic')],
    ['avif', ftyp('avif', 'avifmif1')],
    ['avif', ftyp('mif1', 'avifmif1')],
    ['svg', latin1('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['svg', latin1('\xef\xbb\xbf\n<?xml version="1.0"?><!-- hello --><SVG>')],
  ])('knows a %s by its beginning', (format, file) => {
    expect(readPictureHeader(file)).toEqual({ kind: 'foreign', format });
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a web page', '<!doctype html><p>hello'],
    ['a film', '\0\0\0\x18ftypmp42'],
    ['a script', '#!/bin/sh'],
    ['an archive', 'PK\x03\x04'],
    ['a sound', 'RIFF\0\0\0\0WAVEfmt '],
  ])('does not know %s', (_name, text) => {
    expect(readPictureHeader(latin1(text))).toEqual({ kind: 'unknown' });
  });

  it('answers for any bytes at all, and never with a size below one', () => {
    const beginning = fc.constantFrom(
      bytes([0xff, 0xd8, 0xff]),
      png(1, 1).subarray(0, 16),
      latin1('RIFF\0\0\0\0WEBPVP8X'),
      latin1('\0\0\0\x18ftyp'),
      new Uint8Array(),
    );
    fc.assert(
      fc.property(beginning, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const header = readPictureHeader(bytes([...start], [...rest]));
        if (header.kind !== 'picture') return;
        expect(Math.min(header.width, header.height)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives up early on a file made of millions of empty segments', () => {
    const file = new Uint8Array(20_000_000);
    for (let at = 2; at + 4 <= file.length; at += 4) file.set([0xff, 0xe1, 0, 2], at);
    file.set([0xff, 0xd8]);
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      expect(readPictureHeader(file)).toEqual({ kind: 'damaged', type: 'jpeg' });
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(10);
  });
});
