import { describe, expect, it } from 'vitest';
import {
  type GarmentMeasures,
  type GarmentShape,
  judgePicture,
  outlineIsSure,
  type PictureMeasures,
} from './picture-readiness.ts';

const tee: GarmentShape = { aspect: 0.9, legs: 0, crotch: 1, arms: 0.18, sleeveStep: 0.45 };
const trousers: GarmentShape = { aspect: 2.4, legs: 1, crotch: 0.38, arms: 0, sleeveStep: 0.05 };
const jumpsuit: GarmentShape = { aspect: 2.8, legs: 0.9, crotch: 0.55, arms: 0, sleeveStep: 0.1 };
const midi: GarmentShape = { aspect: 1.65, legs: 0, crotch: 1, arms: 0.07, sleeveStep: 0.5 };
const skirt: GarmentShape = { aspect: 1.15, legs: 0, crotch: 1, arms: 0, sleeveStep: 0 };
const sleevesBeside: GarmentShape = {
  aspect: 1.3,
  legs: 0.3,
  crotch: 0.86,
  arms: 0,
  sleeveStep: 0,
};

const garment: GarmentMeasures = {
  box: { left: 0.1, top: 0.2, width: 0.8, height: 0.6 },
  contrast: 40,
  cover: 0.3,
  cut: { left: 0, right: 0, top: 0, bottom: 0 },
  pieces: 1,
  shape: tee,
};

const good: PictureMeasures = {
  size: { width: 1200, height: 1600 },
  blur: 0.3,
  brightest: 95,
  ground: { lightness: 92, grain: 1, unlike: 0.01 },
  garment,
  wearer: { head: 0.1, arms: 0.2, legs: 0.1, throat: 0.9 },
};

const of = (change: Partial<GarmentMeasures>): PictureMeasures => ({
  ...good,
  garment: { ...garment, ...change },
});
const told = (measured: PictureMeasures) => {
  const { readiness, findings } = judgePicture(measured, 'UPPER_BODY');
  return [readiness, ...findings.map(({ code, severity }) => `${code} ${severity}`)];
};

describe('a picture', () => {
  it('is ready when nothing is wrong with it', () => {
    expect(told(good)).toEqual(['READY']);
  });

  it.each<[string, PictureMeasures, string[]]>([
    ['small', { ...good, size: { width: 500, height: 667 } }, ['FAIR', 'small fair']],
    ['tiny', { ...good, size: { width: 256, height: 341 } }, ['NOT_READY', 'small bad']],
    ['soft', { ...good, blur: 0.65 }, ['FAIR', 'blurred fair']],
    ['blurred', { ...good, blur: 0.8 }, ['NOT_READY', 'blurred bad']],
    ['dim', { ...good, brightest: 40 }, ['FAIR', 'dark fair']],
    ['dark', { ...good, brightest: 15 }, ['NOT_READY', 'dark bad']],
    ['on planks', ground({ grain: 2.9 }), ['FAIR', 'busy_ground fair']],
    ['on a crumpled sheet', ground({ grain: 6 }), ['NOT_READY', 'busy_ground bad']],
    ['on two colours', ground({ unlike: 0.6 }), ['NOT_READY', 'busy_ground bad']],
    ['on black', ground({ lightness: 10 }), ['FAIR', 'dark_ground fair']],
    ['white on white', of({ contrast: 5, pieces: 3 }), ['FAIR', 'faint fair']],
    ['of two garments', of({ pieces: 2 }), ['NOT_READY', 'several bad']],
    [
      'of a garment far away',
      of({ box: { ...garment.box, width: 0.2, height: 0.3 } }),
      ['FAIR', 'far fair'],
    ],
    ['of nothing', { ...good, garment: null }, ['NOT_READY', 'nothing_seen bad']],
    ['touching the frame', of({ cut: { ...garment.cut, left: 0.1 } }), ['FAIR', 'cut_off fair']],
    ['cut off', of({ cut: { ...garment.cut, bottom: 0.8 } }), ['NOT_READY', 'cut_off bad']],
    [
      'trimmed to its outline',
      of({ cut: { left: 0.1, right: 0.1, top: 0.3, bottom: 0.9 }, cover: 0.6 }),
      ['FAIR', 'cut_off fair'],
    ],
    [
      'a close-up',
      of({ cut: { left: 1, right: 1, top: 1, bottom: 1 }, cover: 0.99 }),
      ['NOT_READY', 'cut_off bad'],
    ],
  ])('%s', (_what, measured, expected) => {
    expect(told(measured)).toEqual(expected);
  });

  it.each<[string, NonNullable<PictureMeasures['wearer']>, boolean]>([
    ['a person', { head: 0.6, arms: 0.75, legs: 0.7, throat: 0.5 }, true],
    ['a person from head to hips', { head: 0.7, arms: 0.8, legs: 0.02, throat: 0.48 }, true],
    [
      'somebody faintly seen, with a throat',
      { head: 0.39, arms: 0.49, legs: 0.46, throat: 0.3 },
      true,
    ],
    ['somebody without a head', { head: 0.15, arms: 0.7, legs: 0.1, throat: null }, true],
    ['somebody from the waist down', { head: 0.01, arms: 0.4, legs: 0.8, throat: null }, true],
    ['trousers', { head: 0.06, arms: 0.15, legs: 0.56, throat: null }, false],
    ['a dress with sleeves', { head: 0.4, arms: 0.47, legs: 0.33, throat: 0.88 }, false],
    [
      'a blouse whose head would be on the wall',
      { head: 0.31, arms: 0.4, legs: 0.17, throat: null },
      false,
    ],
  ])('of %s is worn or not', (_who, wearer, worn) => {
    expect(told({ ...good, wearer }).includes('worn bad')).toBe(worn);
  });

  it('is judged without the wearer where nobody could look', () => {
    expect(told({ ...good, wearer: null })).toEqual(['READY']);
  });

  it('that is worn says nothing of its outline, which is the person’s', () => {
    const wearer = { head: 0.6, arms: 0.75, legs: 0.7, throat: 0.5 };
    const worn = { ...of({ pieces: 2, shape: trousers }), wearer };
    expect(told(worn)).toEqual(['NOT_READY', 'worn bad']);
    expect(outlineIsSure(worn)).toBe(false);
  });
});

describe('the kind', () => {
  it.each([
    ['trousers', trousers, { UPPER_BODY: 'bad', LOWER_BODY: null, DRESS: 'bad' }],
    ['a tee', tee, { UPPER_BODY: null, LOWER_BODY: 'bad', DRESS: 'fair' }],
    ['a dress with sleeves', midi, { UPPER_BODY: 'fair', LOWER_BODY: null, DRESS: null }],
    ['a jumpsuit', jumpsuit, { UPPER_BODY: 'bad', LOWER_BODY: null, DRESS: null }],
    ['a skirt', skirt, { UPPER_BODY: null, LOWER_BODY: null, DRESS: null }],
    [
      'sleeves that hang below the hem',
      sleevesBeside,
      { UPPER_BODY: null, LOWER_BODY: null, DRESS: null },
    ],
  ] as const)('of %s is doubted only where the outline says so', (_what, shape, expected) => {
    for (const category of ['UPPER_BODY', 'LOWER_BODY', 'DRESS'] as const) {
      const found = judgePicture(of({ shape }), category).findings.find(
        ({ code }) => code === 'wrong_kind',
      );
      expect(found?.severity ?? null, category).toBe(expected[category]);
    }
  });
});

function ground(change: Partial<PictureMeasures['ground']>): PictureMeasures {
  return { ...good, ground: { ...good.ground, ...change } };
}
