import { decodeWithin, encodeJpeg, openPicture } from '#lib/server/images/decode-picture.ts';
import { readUpload } from '#lib/server/images/decode-upload.ts';
import { sharp } from '#lib/server/images/guarded-sharp.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { hostileUploads } from '#lib/server/images/testing/hostile/corpus.ts';
import type { Bench, Row, Table } from './report.ts';
import { summary, timed } from './times.ts';

/**
 * Targets P7 (a photo of 12 megapixels to the stored input of a try-on) and X2 (how long a bomb takes
 * to be refused), with what the decoder's own process costs beside the same work in this one.
 */

const ROUNDS = 24;
const AT_ONCE = 4;

export const benchUploads: Bench = async () => [await photos(), await hostile()];

/** As an iPhone writes it: lying on its side, in Display P3, about as many bytes. */
async function photo(): Promise<Buffer> {
  const grain = await sharp({
    create: {
      width: 2_016,
      height: 1_512,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 24 },
    },
  })
    .png()
    .toBuffer();
  return sharp(grain)
    .resize(4_032, 3_024)
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function photos(): Promise<Table> {
  const bytes = await photo();
  const inThisProcess = async () => {
    const opened = openPicture(bytes, { leastSide: 256 });
    if (!opened.ok) throw new Error(opened.code);
    return encodeJpeg(await decodeWithin(opened.picture, 2_048), 88);
  };
  const apart = async () => {
    const read = await readUpload(bytes);
    if (!read.ok) throw new Error(read.code);
    return read.image;
  };
  const works: Record<string, () => Promise<unknown>> = {
    'sharp alone, to 1024 pixels': () =>
      sharp(bytes).rotate().resize(1_024, 1_024, { fit: 'inside' }).jpeg().toBuffer(),
    'cleaned in this process': inThisProcess,
    'cleaned in the decoder’s process': apart,
    'cleaned in this process, and the input made': async () =>
      toProviderInput((await inThisProcess()).bytes, 'person'),
    'cleaned in the decoder’s process, and the input made': async () =>
      toProviderInput((await apart()).bytes, 'person'),
  };
  const rows: Record<string, Row> = {};
  for (const [name, work] of Object.entries(works)) {
    await work();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timed(work));
    const allMs = await timed(() =>
      Promise.all(Array.from({ length: AT_ONCE }, () => several(work))),
    );
    rows[name] = {
      ...summary(times),
      'per second': (AT_ONCE * (ROUNDS / AT_ONCE) * 1_000) / allMs,
    };
  }
  return {
    title: `A photo of 12 megapixels, ${(bytes.length / 1e6).toFixed(1)} MB: ms one by one, and per second with ${AT_ONCE} at once`,
    rows,
  };
}

async function several(work: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < ROUNDS / AT_ONCE; round++) await work();
}

async function hostile(): Promise<Table> {
  const corpus = await hostileUploads();
  const times: Record<string, { name: string; ms: number }[]> = {};
  for (const { name, bytes, bomb } of corpus) {
    let ok = false;
    const ms = await timed(async () => {
      ({ ok } = await readUpload(bytes));
    });
    const group = `${bomb ? 'bombs' : 'others'}, ${ok ? 'cleaned' : 'refused'}`;
    times[group] = [...(times[group] ?? []), { name, ms }];
  }
  const rows = Object.entries(times).map(([group, all]) => {
    const slowest = all.reduce((one, other) => (other.ms > one.ms ? other : one));
    const row: Row = { files: all.length, ...summary(all.map(({ ms }) => ms)) };
    return [`${group} (longest: ${slowest.name})`, row] as const;
  });
  return { title: `${corpus.length} hostile uploads, ms`, rows: Object.fromEntries(rows) };
}
