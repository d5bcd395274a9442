import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { judgePicture, outlineIsSure, type PictureVerdict } from '#lib/domain/picture-readiness.ts';
import { sharp } from '../guarded-sharp.ts';
import { drawGarment, outlines } from '../testing/drawn-garments.ts';
import { measureGarment } from './measure-garment.ts';

const look = async (bytes: Uint8Array) => {
  const { width, height } = await sharp(bytes).metadata();
  return (await measureGarment({ bytes, width, height })).measures;
};

const judge = async (bytes: Uint8Array, category: GarmentCategory = 'UPPER_BODY') =>
  judgePicture(await look(bytes), category);

const codes = ({ findings }: PictureVerdict) =>
  findings.map(({ code, severity }) => `${code} ${severity}`);

const demo = (folder: string) =>
  globSync(`public/demo/${folder}/*.webp`, {
    cwd: path.resolve(import.meta.dirname, '../../../..'),
  }).map((file) => path.resolve(import.meta.dirname, '../../../..', file));

function kindOf(file: string): GarmentCategory {
  const name = path.basename(file);
  if (/^(dress|midi)/.test(name)) return 'DRESS';
  return /^(jeans|trousers|skirt)/.test(name) ? 'LOWER_BODY' : 'UPPER_BODY';
}

describe('the look at a garment picture', () => {
  it.each([
    ['tee', 'UPPER_BODY'],
    ['trousers', 'LOWER_BODY'],
    ['dress', 'DRESS'],
  ] as const)('finds nothing wrong with a %s on a plain ground', async (kind, category) => {
    const picture = await drawGarment({ garments: [{ outline: outlines[kind] }] });
    expect(await judge(picture, category)).toEqual({ readiness: 'READY', findings: [] });
  });

  it('finds the garment where it is, also under light that falls off', async () => {
    const picture = await drawGarment({
      ground: (x, y) => {
        const level = 245 - 35 * (x / 768) ** 2 - 20 * (y / 1024);
        return [level, level - 2, level - 6];
      },
    });
    const measured = await look(picture);
    expect(outlineIsSure(measured)).toBe(true);
    expect(measured.garment?.box.left).toBeCloseTo(0.12, 1);
    expect(measured.garment?.box.width).toBeCloseTo(0.76, 1);
    expect(measured.garment?.box.height).toBeCloseTo(0.5, 1);
  });

  it('sees that it is small, blurred or dark', async () => {
    const picture = await drawGarment();
    const small = await sharp(picture).resize(280).png().toBuffer();
    expect(codes(await judge(small))).toEqual(['small bad']);
    const blurred = await sharp(picture).blur(5).png().toBuffer();
    expect((await judge(blurred)).findings.map(({ code }) => code)).toEqual(['blurred']);
    const dark = await sharp(picture).linear(0.35, 0).png().toBuffer();
    expect(codes(await judge(dark))).toContain('dark fair');
    const night = await sharp(picture).linear(0.12, 0).png().toBuffer();
    expect(codes(await judge(night))).toContain('dark bad');
  });

  it('sees a restless ground', async () => {
    const checks = await drawGarment({
      ground: (x, y) => (((x >> 6) + (y >> 6)) % 2 ? [235, 235, 235] : [120, 40, 40]),
    });
    expect(codes(await judge(checks))).toContain('busy_ground bad');
    const folds = await drawGarment({
      ground: (x, y) => {
        const level = 215 + 26 * Math.sin(x / 31 + y / 47) + 18 * Math.sin(y / 19 - x / 53);
        return [level, level, level];
      },
    });
    expect((await judge(folds)).findings.map(({ code }) => code)).toEqual(['busy_ground']);
  });

  it('sees that it leaves the frame, and where', async () => {
    const low = await drawGarment({
      garments: [{ outline: outlines.tee, at: { x: 0, y: 0.45, scale: 1 } }],
    });
    expect((await judge(low)).findings).toMatchObject([
      { code: 'cut_off', severity: 'bad', edges: ['bottom'] },
    ]);
  });

  it('takes one that was trimmed to its outline for less than cut off', async () => {
    const trimmed = await sharp(await drawGarment())
      .trim()
      .png()
      .toBuffer();
    expect(codes(await judge(await sharp(trimmed).resize(900).png().toBuffer()))).toEqual([
      'cut_off fair',
    ]);
  });

  it('counts garments, and not the stripes of one', async () => {
    const two = await drawGarment({
      garments: [
        { outline: outlines.tee, at: { x: 0, y: 0.2, scale: 0.5 } },
        { outline: outlines.tee, at: { x: 0.5, y: 0.2, scale: 0.5 }, colour: [40, 60, 120] },
      ],
    });
    expect(codes(await judge(two))).toContain('several bad');
    const plain = await drawGarment();
    const line = Buffer.alloc(768 * 8 * 3, 238);
    const stripes = Array.from({ length: 12 }, (_, place) => ({
      input: line,
      raw: { width: 768, height: 8, channels: 3 as const },
      left: 0,
      top: 330 + place * 32,
    }));
    const striped = await sharp(plain).composite(stripes).png().toBuffer();
    expect(codes(await judge(striped))).not.toContain('several bad');
  });

  it('tells trousers from a top and a top from a bottom', async () => {
    const trousers = await drawGarment({ garments: [{ outline: outlines.trousers }] });
    for (const category of ['UPPER_BODY', 'DRESS'] as const) {
      expect((await judge(trousers, category)).findings).toMatchObject([
        { code: 'wrong_kind', severity: 'bad', looksLike: 'trousers' },
      ]);
    }
    expect((await judge(await drawGarment(), 'LOWER_BODY')).findings).toMatchObject([
      { code: 'wrong_kind', severity: 'bad', looksLike: 'top' },
    ]);
  });

  it('says so when there is nothing to be seen', async () => {
    const nothing = await drawGarment({ garments: [] });
    expect(codes(await judge(nothing))).toEqual(['nothing_seen bad']);
  });

  it('does not lay out by the outline of white on white', async () => {
    const white = await drawGarment({
      garments: [{ outline: outlines.tee, colour: [232, 231, 228] }],
    });
    expect(outlineIsSure(await look(white))).toBe(false);
  });
});

describe('the demo’s pictures', () => {
  it('are fit for try-ons where they show the garment alone', async () => {
    const files = demo('garments');
    expect(files).toHaveLength(24);
    const verdicts: Record<string, string[]> = {};
    for (const file of files) {
      const verdict = await judge(readFileSync(file), kindOf(file));
      if (verdict.readiness !== 'READY') verdicts[path.basename(file)] = codes(verdict);
    }
    expect(verdicts).toEqual({ 'tee-white.webp': ['faint fair'] });
  }, 60_000);

  it('are seen to be worn where somebody wears it', async () => {
    const files = demo('worn');
    expect(files).toHaveLength(24);
    for (const file of files) {
      expect(codes(await judge(readFileSync(file))), file).toContain('worn bad');
    }
  }, 60_000);
});
