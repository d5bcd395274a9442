import { describe, expect, it } from 'vitest';
import { measureGarment } from './garment/measure-garment.ts';
import { sharp } from './guarded-sharp.ts';
import { PictureUnreadable } from './picture-unreadable.ts';
import { toProviderInput } from './provider-input.ts';
import { drawGarment } from './testing/drawn-garments.ts';
import {
  BLUE,
  halves,
  isClose,
  jpegSegments,
  pixelAt,
  plain,
  RED,
} from './testing/sample-pictures.ts';

const CREAM = { r: 244, g: 240, b: 232 };

/** A red square of a fifth of the shorter side, in the middle of a cream picture. */
function square(width: number, height: number): Promise<Buffer> {
  const side = Math.round(Math.min(width, height) / 5);
  const middle = { create: { width: side, height: side, channels: 3 as const, background: RED } };
  return plain(width, height, CREAM)
    .composite([{ input: middle }])
    .jpeg({ quality: 95 })
    .toBuffer();
}

/** Width and height of what is red. */
async function redBox(bytes: Uint8Array): Promise<[number, number]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const columns = new Set<number>();
  const rows = new Set<number>();
  for (let at = 0; at < data.length; at += 3) {
    if ((data[at + 1] ?? 0) > 140) continue;
    columns.add((at / 3) % info.width);
    rows.add(Math.floor(at / 3 / info.width));
  }
  return [columns.size, rows.size];
}

const shapes: [number, number][] = [
  [768, 1024],
  [1_536, 2_048],
  [600, 800],
  [1_000, 1_500],
  [1_080, 1_920],
  [1_000, 1_000],
  [2_000, 1_000],
  [1_920, 1_080],
  [640, 700],
  [257, 1_000],
];

describe.each(['person', 'garment'] as const)('toProviderInput of a %s', (kind) => {
  it.each(shapes)('makes 768 × 1024 of %i × %i without stretching it', async (width, height) => {
    const input = await toProviderInput(await square(width, height), kind);
    expect(input).toMatchObject({ width: 768, height: 1024, contentType: 'image/jpeg' });
    expect(await sharp(input.bytes).metadata()).toMatchObject({ width: 768, height: 1024 });
    const [across, down] = await redBox(input.bytes);
    expect(Math.abs(across - down)).toBeLessThanOrEqual(3);
  });

  it('writes nothing into the file but the picture', async () => {
    const input = await toProviderInput(await square(800, 800), kind);
    expect(jpegSegments(input.bytes).filter((marker) => marker > 'e0')).toEqual([]);
    expect(input.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says so when a stored picture cannot be read', async () => {
    const whole = await square(800, 800);
    const cut = whole.subarray(0, whole.length / 2);
    await expect(toProviderInput(cut, kind)).rejects.toThrow(PictureUnreadable);
    await expect(toProviderInput(Buffer.from('text'), kind)).rejects.toThrow(PictureUnreadable);
  });
});

describe('toProviderInput', () => {
  it('sets a garment on its own ground, even if the garment touches the border', async () => {
    const skirt = { create: { width: 200, height: 500, channels: 3 as const, background: BLUE } };
    const picture = await plain(1_000, 1_000, CREAM)
      .composite([{ input: skirt, left: 400, top: 500 }])
      .png()
      .toBuffer();
    const { bytes } = await toProviderInput(picture, 'garment');
    for (const y of [2, 60, 960, 1_021]) {
      expect(isClose(await pixelAt(bytes, 5, y), CREAM, 4)).toBe(true);
      expect(isClose(await pixelAt(bytes, 384, y), CREAM, 4)).toBe(true);
    }
  });

  it('shows a garment whole, even where a person would be cropped', async () => {
    const picture = await halves(1_000, 1_500).png().toBuffer();
    const { bytes } = await toProviderInput(picture, 'garment');
    // 683 of 768 pixels are the picture; its ground is half red, half blue.
    expect(isClose(await pixelAt(bytes, 50, 512), RED)).toBe(true);
    expect(isClose(await pixelAt(bytes, 718, 512), BLUE)).toBe(true);
  });

  it('continues each side of a photo in its own colour', async () => {
    const picture = await halves(900, 1_800).png().toBuffer();
    const { bytes } = await toProviderInput(picture, 'person');
    expect(isClose(await pixelAt(bytes, 3, 512), RED)).toBe(true);
    expect(isClose(await pixelAt(bytes, 764, 512), BLUE)).toBe(true);
  });

  it('continues a landscape photo above and below', async () => {
    const upright = await halves(900, 1_800).png().toBuffer();
    const picture = await sharp(upright).rotate(90).png().toBuffer();
    const { bytes } = await toProviderInput(picture, 'person');
    expect(isClose(await pixelAt(bytes, 384, 3), RED)).toBe(true);
    expect(isClose(await pixelAt(bytes, 384, 1_020), BLUE)).toBe(true);
  });

  it('does not cut off a head that reaches the top while there is floor to cut', async () => {
    const person = { create: { width: 300, height: 1_250, channels: 3 as const, background: RED } };
    const picture = await plain(1_000, 1_500, CREAM)
      .composite([{ input: person, left: 350, top: 0 }])
      .png()
      .toBuffer();
    const { bytes } = await toProviderInput(picture, 'person');
    const [, height] = await redBox(bytes);
    expect(height).toBeGreaterThan(1_250 * 0.768 - 8);
  });
});

describe('toProviderInput of a garment that was made out', () => {
  it('lets its ground go on as it was at the edge of the picture', async () => {
    const picture = await drawGarment({
      size: { width: 1_024, height: 1_024 },
      ground: (x) => [250 - x / 20, 240 - x / 20, 230 - x / 20],
    });
    const { measures, ground } = await measureGarment({
      bytes: picture,
      width: 1_024,
      height: 1_024,
    });
    const frame = { box: measures.garment?.box ?? fail(), colourAt: ground.colourAt };
    const { bytes } = await toProviderInput(picture, 'garment', frame);
    const [above, edge] = [await pixelAt(bytes, 40, 6), await pixelAt(bytes, 40, 200)];
    expect(isClose(above, edge, 4)).toBe(true);
    const right = await pixelAt(bytes, 740, 6);
    expect(above.r - right.r).toBeGreaterThan(15);
  });
});

function fail(): never {
  throw new Error('no garment was made out');
}
