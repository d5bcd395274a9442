import { deflateSync } from 'node:zlib';
import { plain, pngBomb, pngChunk, pngTextBomb, withPngChunks } from '../sample-pictures.ts';
import { type HostileUpload, latin1 } from './hostile-upload.ts';
import { claimingSize, indexOfMarker, jpegSegment, withSegments } from './jpeg-parts.ts';

/** Small files that want hours or gigabytes. */
export async function bombs(): Promise<HostileUpload[]> {
  const [jpeg, progressive, png, webp, lossless] = await Promise.all([
    plain(300, 400).jpeg().toBuffer(),
    plain(300, 400).jpeg({ progressive: true }).toBuffer(),
    plain(300, 400).png().toBuffer(),
    plain(300, 400).webp().toBuffer(),
    plain(300, 400).webp({ lossless: true }).toBuffer(),
  ]);
  const refused: [string, Uint8Array][] = [
    ['JPEG of 65535 × 65535', claimingSize(jpeg, 65_535, 65_535)],
    ['JPEG of 20000 × 20000', claimingSize(jpeg, 20_000, 20_000)],
    ['progressive JPEG of 65535 × 65535', claimingSize(progressive, 65_535, 65_535)],
    ['PNG of two thousand million a side', pngBomb(2_147_483_647, 2_147_483_647)],
    ['PNG of 0xffffffff a side', pngBomb(0xffff_ffff, 0xffff_ffff)],
    ['PNG of 30000 × 30000', pngBomb(30_000, 30_000)],
    ['PNG of one pixel more than is allowed', pngBomb(8_000, 5_001)],
    ['WebP of 16383 × 16383', vp8Size(webp, 16_383, 16_383)],
    ['lossless WebP of 16384 × 16384', vp8lSize(lossless, 16_384, 16_384)],
    ['extended WebP of 16777216 × 16777216', vp8x(webp, 16_777_216, 16_777_216)],
    ['JPEG of a million empty segments', manySegments(jpeg)],
    ['JPEG with a megabyte between its segments', withSegments(jpeg, [Buffer.alloc(1_000_000, 1)])],
    ['JPEG with a megabyte of padding', withSegments(jpeg, [Buffer.alloc(1_000_000, 0xff)])],
    ['progressive JPEG of 20000 scans', manyScans(progressive, 20_000)],
    [
      'large progressive JPEG of 20000 scans',
      claimingSize(manyScans(progressive, 20_000), 6_300, 6_300),
    ],
    ['sequential JPEG of 20000 scans', manyScans(await oneScanEach(), 20_000)],
    ['PNG of a million empty chunks', withPngChunks(png, [emptyChunks(1_000_000)])],
  ];
  const cleaned: [string, Uint8Array][] = [
    ['PNG with a compressed text that grows thousandfold', withPngChunks(png, [pngTextBomb()])],
    ['PNG with a hundred of them', withPngChunks(png, Array<Buffer>(100).fill(pngTextBomb()))],
    ['PNG with an international text that grows', withPngChunks(png, [internationalBomb()])],
    ['PNG with a profile that grows to 100 MB', withPngChunks(png, [profileBomb(100_000_000)])],
    [
      'PNG with fifty such profiles',
      withPngChunks(png, Array<Buffer>(50).fill(profileBomb(20_000_000))),
    ],
    ['APNG of 9000 frames', apng(png, 9_000)],
    ['animated WebP of 5000 frames', animatedWebp(webp, 5_000)],
    ['JPEG with a profile of 16 MB', withSegments(jpeg, profileParts(250))],
    ['JPEG with a thousand tables', withSegments(jpeg, Array<Buffer>(1_000).fill(tablesOf(jpeg)))],
    ['JPEG with 15 MB behind its end', Buffer.concat([jpeg, Buffer.alloc(15_000_000)])],
    ['PNG with 15 MB behind its end', Buffer.concat([png, Buffer.alloc(15_000_000)])],
    [
      'as many pixels as are allowed, in a PNG of nothing',
      await plain(6_324, 6_324).png().toBuffer(),
    ],
  ];
  return [
    ...refused.map(([name, bytes]) => ({ name, bytes, fate: 'refused', bomb: true }) as const),
    ...cleaned.map(([name, bytes]) => ({ name, bytes, fate: 'cleaned', bomb: true }) as const),
  ];
}

function vp8Size(webp: Uint8Array, width: number, height: number): Buffer {
  const copy = Buffer.from(webp);
  copy.writeUInt16LE(width, 26);
  copy.writeUInt16LE(height, 28);
  return copy;
}

function vp8lSize(webp: Uint8Array, width: number, height: number): Buffer {
  const copy = Buffer.from(webp);
  copy.writeUInt32LE((((width - 1) | ((height - 1) << 14)) & 0x0fff_ffff) >>> 0, 21);
  return copy;
}

function riffChunk(type: string, data: Uint8Array): Buffer {
  const head = latin1(`${type}\0\0\0\0`);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function riff(chunks: readonly Uint8Array[]): Buffer {
  return riffChunk('RIFF', Buffer.concat([latin1('WEBP'), ...chunks]));
}

function vp8xChunk(flags: number, width: number, height: number): Buffer {
  const data = Buffer.alloc(10);
  data.writeUInt8(flags, 0);
  data.writeUIntLE(width - 1, 4, 3);
  data.writeUIntLE(height - 1, 7, 3);
  return riffChunk('VP8X', data);
}

const vp8x = (webp: Uint8Array, width: number, height: number) =>
  riff([vp8xChunk(0, width, height), webp.subarray(12)]);

function animatedWebp(webp: Uint8Array, frames: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeUIntLE(299, 6, 3);
  head.writeUIntLE(399, 9, 3);
  const frame = riffChunk('ANMF', Buffer.concat([head, webp.subarray(12)]));
  const control = riffChunk('ANIM', Buffer.alloc(6));
  return riff([vp8xChunk(2, 300, 400), control, ...Array<Buffer>(frames).fill(frame)]);
}

function manySegments(jpeg: Uint8Array): Buffer {
  const empty = Buffer.alloc(4_000_000);
  for (let at = 0; at < empty.length; at += 4) empty.writeUInt32BE(0xff_fe_00_02, at);
  return withSegments(jpeg, [empty]);
}

/** The last scan over and over again: each goes through all of the picture. */
function manyScans(jpeg: Uint8Array, scans: number): Buffer {
  let from = 0;
  for (let at = 0; at >= 0; at = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xda]), at + 1))
    from = at;
  const scan = jpeg.subarray(from, jpeg.length - 2);
  const several = Array<Uint8Array>(Math.min(scans, Math.floor(18_000_000 / scan.length))).fill(
    scan,
  );
  return Buffer.concat([jpeg.subarray(0, from), ...several, jpeg.subarray(-2)]);
}

/** A sequential JPEG whose first component comes in a scan of its own. */
async function oneScanEach(): Promise<Buffer> {
  const jpeg = await plain(300, 400).jpeg().toBuffer();
  const scan = indexOfMarker(jpeg, 0xda);
  const length = jpeg.readUInt16BE(scan + 2);
  const alone = jpegSegment(0xda, Buffer.from([1, jpeg[scan + 5] ?? 1, 0, 0, 63, 0]));
  return Buffer.concat([jpeg.subarray(0, scan), alone, jpeg.subarray(scan + 2 + length)]);
}

function tablesOf(jpeg: Buffer): Buffer {
  const at = indexOfMarker(jpeg, 0xdb);
  return jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2));
}

function profileParts(count: number): Buffer[] {
  return Array.from({ length: count }, (_, part) =>
    jpegSegment(
      0xe2,
      Buffer.concat([
        latin1('ICC_PROFILE\0'),
        Buffer.from([part + 1, count]),
        Buffer.alloc(65_000, 7),
      ]),
    ),
  );
}

const emptyChunks = (count: number) => {
  const one = pngChunk('IDAT', Buffer.alloc(0));
  return Buffer.concat(Array<Buffer>(count).fill(one));
};

const internationalBomb = () =>
  pngChunk(
    'iTXt',
    Buffer.concat([latin1('Comment\0\x01\0\0\0'), deflateSync(Buffer.alloc(7_900_000))]),
  );

const profileBomb = (size: number) =>
  pngChunk('iCCP', Buffer.concat([latin1('p\0\0'), deflateSync(Buffer.alloc(size))]));

function apng(png: Buffer, frames: number): Buffer {
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames, 0);
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IDAT') + 4 + 64);
  const chunks = Array.from({ length: frames }, (_, frame) => {
    const numbered = Buffer.alloc(26);
    numbered.writeUInt32BE(frame * 2, 0);
    numbered.writeUInt32BE(300, 4);
    numbered.writeUInt32BE(400, 8);
    const order = Buffer.alloc(4);
    order.writeUInt32BE(frame * 2 + 1, 0);
    return [pngChunk('fcTL', numbered), pngChunk('fdAT', Buffer.concat([order, data]))];
  });
  return withPngChunks(png, [pngChunk('acTL', control), ...chunks.flat()]);
}
