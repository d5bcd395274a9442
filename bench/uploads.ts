import { existsSync, readFileSync } from 'node:fs';
import { KEPT_SIDE } from '#lib/domain/kept-side.ts';
import { decodeWithin, encodeJpeg, openPicture } from '#lib/server/images/decode-picture.ts';
import { readUpload } from '#lib/server/images/decode-upload.ts';
import { startDecoder } from '#lib/server/images/decoder/decoder-process.ts';
import { sharp } from '#lib/server/images/guarded-sharp.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { hostileUploads } from '#lib/server/images/testing/hostile/corpus.ts';
import type { HostileUpload } from '#lib/server/images/testing/hostile/hostile-upload.ts';
import type { Bench, Figure, Row, Table } from './report.ts';
import { note, summary, timed } from './times.ts';

/**
 * Targets P7 (a photo of 12 megapixels to the stored input of a try-on) and X2 (how long a bomb takes
 * to be refused), with what the decoder's own process costs beside the same work in this one.
 */

const ROUNDS = 8;
const AT_ONCE = 4;
const SHARP_ALONE = 'sharp alone, to 1024 pixels';
const IN_PROCESS = 'cleaned in this process, and the input made';
const CARRIED = 'cleaned in the decoder’s process, and the input made';
const PIPE = 'as many bytes through the pipe';
const LIMITS = { wallMs: 20_000, memoryBytes: 768 * 1024 * 1024 };
const ORDER = { width: 4_032, height: 3_024, maxSide: KEPT_SIDE.garment, quality: 88 };

export const benchUploads: Bench = async () => {
  const corpus = await hostileUploads();
  const { figures, table } = await photos();
  return { figures, tables: [table, await hostile(corpus), ...(await memory(corpus))] };
};

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

async function photos(): Promise<{ figures: Figure[]; table: Table }> {
  const bytes = await photo();
  const inThisProcess = async () => {
    const opened = openPicture(bytes, { leastSide: 256 });
    if (!opened.ok) throw new Error(opened.code);
    return encodeJpeg(await decodeWithin(opened.picture, KEPT_SIDE.photo), 88);
  };
  const apart = async () => {
    const read = await readUpload(bytes, 'photo');
    if (!read.ok) throw new Error(read.code);
    return read.image;
  };
  // What no decoder takes is refused at its first bytes: what is left is the way there.
  const rubbish = Buffer.alloc(bytes.length);
  const decoder = await startDecoder(LIMITS);
  const works: Record<string, () => Promise<unknown>> = {
    [SHARP_ALONE]: () =>
      sharp(bytes).rotate().resize(1_024, 1_024, { fit: 'inside' }).jpeg().toBuffer(),
    'cleaned in this process': inThisProcess,
    'cleaned in the decoder’s process': apart,
    [IN_PROCESS]: async () => toProviderInput((await inThisProcess()).bytes, 'person'),
    [CARRIED]: async () => toProviderInput((await apart()).bytes, 'person'),
  };
  const times: Record<string, number[]> = {};
  const together: Record<string, number[]> = {};
  // All of them in each round: what else the machine does meanwhile is the same for each.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const alone = await timed(work);
      const all = await timed(() => Promise.all(Array.from({ length: AT_ONCE }, work)));
      // The first round starts processes and fills caches.
      if (round === 0) continue;
      note(times, name, alone);
      note(together, name, all);
    }
    if (round > 0) note(times, PIPE, await timed(() => decoder.decode(rubbish, ORDER)));
  }
  decoder.end();
  const rows = Object.fromEntries(
    Object.entries(times).map(([name, alone]) => {
      const row: Row = summary(alone);
      const all = together[name];
      if (all) row['per second'] = (AT_ONCE * 1_000) / (summary(all).p50 ?? 0);
      return [name, row];
    }),
  );
  const figure = (name: string, about: Partial<Figure>): Figure => ({
    row: 'P7',
    what: `${name}, ${AT_ONCE} at once`,
    unit: '/s',
    rounds: (together[name] ?? []).map((ms) => (AT_ONCE * 1_000) / ms),
    ...about,
  });
  return {
    figures: [
      figure(CARRIED, { target: { atLeast: 10 } }),
      figure(IN_PROCESS, {}),
      figure(SHARP_ALONE, { yardstick: true }),
    ],
    table: {
      title: `A photo of 12 megapixels, ${(bytes.length / 1e6).toFixed(1)} MB: ms one by one, and per second with ${AT_ONCE} at once`,
      rows,
    },
  };
}

async function hostile(corpus: HostileUpload[]): Promise<Table> {
  // The start of the process is no file's fault.
  await Promise.all(corpus.slice(-4).map(({ bytes }) => readUpload(bytes, 'photo')));
  const times: Record<string, { name: string; ms: number }[]> = {};
  for (const { name, bytes, bomb } of corpus) {
    let ok = false;
    const ms = await timed(async () => {
      ({ ok } = await readUpload(bytes, 'photo'));
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

/** The most that one process held, over all of the corpus and the greediest picture that is allowed. */
async function memory(corpus: HostileUpload[]): Promise<Table[]> {
  const decoder = await startDecoder(LIMITS);
  const status = `/proc/${decoder.pid}/status`;
  if (!existsSync(status)) return [];
  const most = () => Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(status, 'utf8'))?.[1]) / 1024;
  const decode = async (bytes: Uint8Array) => {
    const opened = openPicture(bytes, { leastSide: 256 });
    if (!opened.ok) return;
    const { decodable, width, height } = opened.picture;
    await decoder.decode(decodable, { ...ORDER, width, height });
  };
  const rows: Record<string, Row> = { 'at rest': { MB: most() } };
  for (const { bytes } of corpus) await decode(bytes);
  rows['after all hostile uploads'] = { MB: most() };
  await decode(await greediest());
  rows['after 40 interlaced megapixels of 16 bits'] = { MB: most() };
  decoder.end();
  return [{ title: 'Most memory that a decoder held, MB', rows }];
}

const greediest = () =>
  sharp({ create: { width: 6_324, height: 6_324, channels: 4, background: '#40608080' } })
    .toColourspace('rgb16')
    .png({ progressive: true, compressionLevel: 1 })
    .toBuffer();
