import { sharp } from '../../guarded-sharp.ts';
import { plain, pngBomb, pngChunk, withPngChunks } from '../sample-pictures.ts';
import { type HostileUpload, latin1, seeded } from './hostile-upload.ts';
import { claimingSize, indexOfMarker, jpegSegment, withSegments } from './jpeg-parts.ts';

const kinds = {
  JPEG: () => grain(300, 400).jpeg(),
  'progressive JPEG': () => grain(300, 400).jpeg({ progressive: true }),
  PNG: () => grain(300, 400).png(),
  WebP: () => grain(300, 400).webp(),
  'lossless WebP': () => grain(300, 400).webp({ lossless: true }),
};

/** As full of detail as a photo, and the same each time. */
function grain(width: number, height: number) {
  const random = seeded(width * height);
  const pixels = Uint8Array.from({ length: width * height * 3 }, () => 64 + random(128));
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** In shares of the file, from its first bytes to its last. */
const CUTS = [0.0005, 0.001, 0.002, 0.005, 0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99];
const FLIPPED = 12;

/** Files that broke on the way, or were broken with care. */
export async function damagedFiles(): Promise<HostileUpload[]> {
  const made = await Promise.all(
    Object.entries(kinds).map(async ([kind, make]) => [kind, await make().toBuffer()] as const),
  );
  return [
    ...made.flatMap(([kind, whole]) => cuts(kind, whole)),
    ...made.flatMap(([kind, whole]) => flips(kind, whole)),
    ...(await lies()),
  ];
}

function cuts(kind: string, whole: Buffer): HostileUpload[] {
  return CUTS.map((share) => {
    const length = Math.max(3, Math.floor(whole.length * share));
    return {
      name: `${kind} of ${share * 100} %`,
      bytes: whole.subarray(0, length),
      fate: 'refused',
    };
  });
}

function flips(kind: string, whole: Buffer): HostileUpload[] {
  const random = seeded(whole.length);
  return Array.from({ length: FLIPPED }, (_, round) => {
    const bytes = Buffer.from(whole);
    // The first half in the headers, where the parsers are; the others anywhere.
    const within = round < FLIPPED / 2 ? Math.min(700, bytes.length) : bytes.length;
    for (let n = 0; n <= round; n++) {
      const at = random(within);
      bytes.writeUInt8((bytes[at] ?? 0) ^ (1 << random(8)), at);
    }
    return { name: `${kind} with ${round + 1} bits turned (${within})`, bytes, fate: 'either' };
  });
}

async function lies(): Promise<HostileUpload[]> {
  const jpeg = await plain(300, 400).jpeg().toBuffer();
  const png = await plain(300, 400).png().toBuffer();
  const webp = await plain(300, 400).webp().toBuffer();
  const frame = indexOfMarker(jpeg, 0xc0);
  const withByte = (bytes: Buffer, at: number, value: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(value, at);
    return copy;
  };
  const refused: [string, Uint8Array][] = [
    ['JPEG of no width', claimingSize(jpeg, 0, 400)],
    ['JPEG of no height', claimingSize(jpeg, 300, 0)],
    ['JPEG whose segment has length 0', withSegments(jpeg, [jpegSegment(0xe1, latin1('x'), 0)])],
    ['JPEG whose segment has length 1', withSegments(jpeg, [jpegSegment(0xe1, latin1('x'), 1)])],
    [
      'JPEG whose segment ends behind the file',
      withSegments(jpeg, [jpegSegment(0xe1, latin1('x'), 65_535)]),
    ],
    [
      'JPEG without a frame',
      Buffer.concat([jpeg.subarray(0, frame), jpeg.subarray(indexOfMarker(jpeg, 0xda))]),
    ],
    ['JPEG of its first bytes only', latin1('\xff\xd8\xff')],
    ['JPEG of beginning and end only', latin1('\xff\xd8\xff\xd9')],
    ['JPEG of 12 bits', withByte(jpeg, frame + 4, 12)],
    ['JPEG of 255 components', withByte(jpeg, frame + 9, 255)],
    ['JPEG of no components', withByte(jpeg, frame + 9, 0)],
    ['lossless JPEG', withByte(jpeg, frame + 1, 0xc3)],
    ['hierarchical JPEG', withByte(jpeg, frame + 1, 0xc5)],
    ['JPEG whose sampling is 0', withByte(jpeg, frame + 11, 0)],
    ['JPEG whose sampling is 15', withByte(jpeg, frame + 11, 0xff)],
    ['PNG of no width', pngBomb(0, 400)],
    ['PNG of no height', pngBomb(400, 0)],
    ['PNG of its first bytes only', png.subarray(0, 8)],
    ['PNG whose header is longer', withByte(png, 11, 14)],
    ['PNG of 3 bits', withByte(png, 24, 3)],
    ['PNG of colour type 7', withByte(png, 25, 7)],
    [
      'PNG whose chunk is longer than the file',
      withPngChunks(png, [latin1('\x7f\xff\xff\xffIDAT')]),
    ],
    [
      'PNG whose chunk is of 0xffffffff',
      withPngChunks(png, [latin1('\xff\xff\xff\xffIDAT\0\0\0\0')]),
    ],
    ['PNG of a thousand pixels that claims forty million', pngBomb(6_300, 6_300)],
    ['PNG without pixels', Buffer.concat([png.subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))])],
    ['PNG without an end', png.subarray(0, png.length - 12)],
    ['WebP of its first bytes only', webp.subarray(0, 12)],
    [
      'WebP of an unknown kind',
      Buffer.concat([webp.subarray(0, 12), latin1('VP9 '), webp.subarray(16)]),
    ],
    ['WebP whose picture is longer than the file', withByte(webp, 19, 0x7f)],
    ['WebP of no width', webpWidth(webp, 0)],
  ];
  const either: [string, Uint8Array][] = [
    ['JPEG that claims to be higher', claimingSize(jpeg, 300, 800)],
    ['JPEG that claims to be lower', claimingSize(jpeg, 300, 256)],
    ['JPEG that claims to be wider', claimingSize(jpeg, 1_000, 400)],
    ['JPEG with two frames', withSegments(jpeg, [jpeg.subarray(frame, frame + 19)])],
    [
      'JPEG with restarts that are not there',
      withSegments(jpeg, [jpegSegment(0xdd, latin1('\0\x01'))]),
    ],
    ['PNG that claims to be higher', withByte(png, 23, 0xff)],
    ['PNG with two headers', withPngChunks(png, [png.subarray(8, 33)])],
    [
      'PNG with a palette that nobody needs',
      withPngChunks(png, [pngChunk('PLTE', Buffer.alloc(768))]),
    ],
    ['PNG with a wrong checksum', withByte(png, 30, 1)],
    [
      'PNG with transparency that does not fit',
      withPngChunks(png, [pngChunk('tRNS', Buffer.alloc(256))]),
    ],
    ['WebP whose file is longer than it says', Buffer.concat([webp, webp])],
    ['WebP whose file says nothing of its length', withByte(withByte(webp, 4, 0), 5, 0)],
  ];
  return [
    ...refused.map(([name, bytes]) => ({ name, bytes, fate: 'refused' }) as const),
    ...either.map(([name, bytes]) => ({ name, bytes, fate: 'either' }) as const),
  ];
}

function webpWidth(webp: Buffer, width: number): Buffer {
  const copy = Buffer.from(webp);
  copy.writeUInt16LE(width, 26);
  return copy;
}
