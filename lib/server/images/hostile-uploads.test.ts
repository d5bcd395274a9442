import { beforeAll, describe, expect, it } from 'vitest';
import { isBareJpeg } from '#lib/domain/bare-jpeg.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { readUpload } from './decode-upload.ts';
import { hostileUploads } from './testing/hostile/corpus.ts';
import { type HostileUpload, PLANTED } from './testing/hostile/hostile-upload.ts';
import { jpegSegments } from './testing/sample-pictures.ts';

/** JFIF, quantisation, frame, Huffman tables, scan. */
const BARE_SEGMENTS = new Set(['e0', 'db', 'c0', 'c4', 'da']);

/** Markers that a file of ours must not contain, in any of the ways in which text is written. */
const planted = ['latin1', 'utf16le'].flatMap((encoding) =>
  [PLANTED, 'SecretCamera', 'SecretPlace', 'SecretOwner'].map((text) =>
    Buffer.from(text, encoding as BufferEncoding),
  ),
);

let corpus: HostileUpload[];

beforeAll(async () => {
  corpus = await hostileUploads();
});

/** What became of a file, in words that are the same for all that went well. */
async function fateOf({ bytes }: HostileUpload): Promise<string> {
  const read = await readUpload(bytes, 'photo');
  if (!read.ok) return uploadProblemText(read.code).endsWith('.') ? 'refused' : 'no sentence';
  const { image } = read;
  if (planted.some((text) => Buffer.from(image.bytes).includes(text))) return 'tells what it held';
  const other = jpegSegments(image.bytes).filter((marker) => !BARE_SEGMENTS.has(marker));
  if (other.length > 0) return `keeps ${other.join(', ')}`;
  return isBareJpeg(image.bytes, image) ? 'cleaned' : 'is no bare picture';
}

describe('a hostile upload', () => {
  it('is one of two hundred and more, each by its own name', () => {
    console.info(`${corpus.length} hostile uploads`);
    expect(corpus.length).toBeGreaterThanOrEqual(200);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  it('is refused with a sentence, or nothing is left of it but a picture', async () => {
    const wrong: string[] = [];
    for (const upload of corpus) {
      const fate = await fateOf(upload);
      const expected = upload.fate === 'either' ? ['refused', 'cleaned'] : [upload.fate];
      if (!expected.includes(fate)) wrong.push(`${upload.name}: ${fate}`);
    }
    expect(wrong).toEqual([]);
  });
});
