import { describe, expect, it } from 'vitest';
import { sharp } from './guarded-sharp.ts';
import { PictureUnreadable } from './picture-unreadable.ts';
import { makeRenditions } from './renditions.ts';
import { isClose, phonePhoto, pixelAt, plain, RED } from './testing/sample-pictures.ts';

async function widthsOf(width: number, height: number): Promise<number[]> {
  const renditions = await makeRenditions(await plain(width, height).jpeg().toBuffer());
  return renditions.map((rendition) => rendition.width);
}

describe('makeRenditions', () => {
  it('makes every width that the picture is wide enough for', async () => {
    expect(await widthsOf(1_536, 2_048)).toEqual([320, 480, 640, 960, 1_280]);
  });

  it('never enlarges: the last is as wide as the picture', async () => {
    expect(await widthsOf(1_280, 1_500)).toEqual([320, 480, 640, 960, 1_280]);
    expect(await widthsOf(700, 900)).toEqual([320, 480, 640, 700]);
    expect(await widthsOf(640, 900)).toEqual([320, 480, 640]);
    expect(await widthsOf(300, 400)).toEqual([300]);
  });

  it('keeps the proportions and the colours, and says the size that the file has', async () => {
    for (const rendition of await makeRenditions(await plain(900, 1_200).jpeg().toBuffer())) {
      const { bytes, width, height } = rendition;
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height });
      expect(Math.abs(height - (width * 4) / 3)).toBeLessThanOrEqual(1);
      expect(isClose(await pixelAt(bytes, 10, 10), RED)).toBe(true);
      expect(rendition.contentType).toBe('image/webp');
      expect(rendition.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('carries no metadata over', async () => {
    for (const { bytes } of await makeRenditions(await phonePhoto(600, 400))) {
      const { exif, icc, xmp } = await sharp(bytes).metadata();
      expect([exif, icc, xmp]).toEqual(Array(3));
      expect(Buffer.from(bytes).toString('latin1')).not.toContain('Secret');
    }
  });

  it('says so when a stored picture cannot be read', async () => {
    await expect(makeRenditions(Buffer.from('text'))).rejects.toThrow(PictureUnreadable);
  });
});
