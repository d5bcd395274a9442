import { crc32, deflateSync } from 'node:zlib';
import { sharp } from '../guarded-sharp.ts';

/** Pictures for tests, made on the spot: no picture of anybody is kept in the repository. */

type Rgb = { r: number; g: number; b: number };

export const RED: Rgb = { r: 200, g: 40, b: 40 };
export const BLUE: Rgb = { r: 40, g: 60, b: 200 };

/** Noise, so that the file is as large and as hard to decode as a photo of its size. */
export function noise(width: number, height: number) {
  return sharp({
    create: {
      width,
      height,
      channels: 3,
      background: RED,
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  });
}

export function plain(width: number, height: number, background: Rgb = RED) {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** Left half red, right half blue. */
export function halves(width: number, height: number) {
  const right = { create: { width: width >> 1, height, channels: 3 as const, background: BLUE } };
  return plain(width, height).composite([{ input: right, left: width - (width >> 1), top: 0 }]);
}

/** A JPEG as a phone writes it: lying on its side, with camera, place, time and a profile inside. */
export function phonePhoto(width: number, height: number): Promise<Buffer> {
  return halves(width, height)
    .withIccProfile('p3')
    .withExif({
      IFD0: { Make: 'SecretCamera', Copyright: 'SecretOwner' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="SecretPlace"/></rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** One pixel's colour, on a scale of 0–255. */
export async function pixelAt(bytes: Uint8Array, x: number, y: number): Promise<Rgb> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return { r: data[at] ?? -1, g: data[at + 1] ?? -1, b: data[at + 2] ?? -1 };
}

export function isClose(one: Rgb, other: Rgb, tolerance = 12): boolean {
  return (
    Math.abs(one.r - other.r) <= tolerance &&
    Math.abs(one.g - other.g) <= tolerance &&
    Math.abs(one.b - other.b) <= tolerance
  );
}

/** The markers of a JPEG's segments up to its first scan, such as `e1` for EXIF. */
export function jpegSegments(bytes: Uint8Array): string[] {
  const markers: string[] = [];
  let offset = 2;
  for (;;) {
    const marker = bytes[offset + 1];
    if (bytes[offset] !== 0xff || marker === undefined) throw new Error('not a JPEG segment');
    markers.push(marker.toString(16));
    if (marker === 0xda) return markers;
    offset += 2 + (bytes[offset + 2] ?? 0) * 256 + (bytes[offset + 3] ?? 0);
  }
}

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** The same PNG with more chunks after its header. */
export function withPngChunks(png: Uint8Array, chunks: Uint8Array[]): Buffer {
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)]);
}

/** A PNG of a few dozen bytes that claims any size. */
export function pngBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A text chunk of 8 kB that becomes 7.9 MB when it is opened. */
export function pngTextBomb(): Buffer {
  const text = deflateSync(Buffer.alloc(7_900_000, 65));
  return pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), text]));
}
