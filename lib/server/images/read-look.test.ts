import { describe, expect, it } from 'vitest';
import { sharp } from './guarded-sharp.ts';
import { readLook } from './read-look.ts';
import {
  isClose,
  noise,
  phonePhoto,
  pixelAt,
  plain,
  pngBomb,
  RED,
} from './testing/sample-pictures.ts';

describe('readLook', () => {
  it.each(['jpeg', 'png', 'webp'] as const)(
    'keeps a %s of the provider in its own size',
    async (format) => {
      const result = await readLook(await plain(768, 1_024).toFormat(format).toBuffer());
      if (!result.ok) throw new Error(result.code);
      expect(result.look).toMatchObject({ width: 768, height: 1_024, contentType: 'image/jpeg' });
      expect(result.look.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(isClose(await pixelAt(result.look.bytes, 384, 512), RED, 4)).toBe(true);
    },
  );

  it('drops whatever the provider wrote into the file', async () => {
    const result = await readLook(await phonePhoto(1_024, 768));
    if (!result.ok) throw new Error(result.code);
    const { exif, icc, xmp } = await sharp(result.look.bytes).metadata();
    expect([exif, icc, xmp]).toEqual(Array(3));
    expect(Buffer.from(result.look.bytes).toString('latin1')).not.toContain('Secret');
  });

  it.each([
    ['an empty answer', () => new Uint8Array(), 'empty'],
    ['an error page', () => Buffer.from('<html>502 Bad Gateway</html>'), 'not_an_image'],
    ['JSON', () => Buffer.from('{"error":"not ready"}'), 'not_an_image'],
    ['an icon', () => plain(16, 16).png().toBuffer(), 'too_small'],
    ['a bomb', () => pngBomb(50_000, 50_000), 'too_many_pixels'],
    ['ten megabytes of rubbish', () => Buffer.alloc(10_000_000, 0x41), 'not_an_image'],
  ])('does not take %s for a look', async (_name, make, code) => {
    const result = await readLook(await make());
    expect(result).toEqual({ ok: false, reason: 'result_unreadable', code });
  });

  it('does not keep half a picture', async () => {
    const whole = await noise(768, 1_024).jpeg().toBuffer();
    const result = await readLook(whole.subarray(0, whole.length - 2_000));
    expect(result).toEqual({ ok: false, reason: 'result_unreadable', code: 'broken' });
  });
});
