import { readFile } from 'node:fs/promises';
import type { Dresser } from './jobs.ts';

const WIDTH = 768;
const HEIGHT = 1024;

/**
 * Answers one stored JPEG for every request without looking at the pictures, so
 * that a benchmark measures its own code and not the dressing. Without a file it
 * is a plain grey picture.
 */
export async function createStoredDresser(file?: string): Promise<Dresser> {
  const { default: sharp } = await import('sharp');
  const jpeg: Uint8Array =
    file === undefined
      ? await sharp({
          create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#c9c4bd' },
        })
          .jpeg({ quality: 90 })
          .toBuffer()
      : await readFile(file);
  const { width, height } = await sharp(jpeg).metadata();
  return {
    dress: async () => ({ ok: true, jpeg, width, height }),
    close: async () => {},
  };
}
