import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodyPoints, bodyJoints } from './body-points.ts';
import { type GarmentCategory, garmentCategories } from './category.ts';
import {
  type BodyFinding,
  judgePhoto,
  type Light,
  type PhotoMeasurements,
  photoAdviceCodes,
} from './photo-check.ts';
import { seen, standing } from './testing/body.ts';

const daylight: Light = {
  brightest: 220,
  personBrightest: 190,
  personBlownOut: 0.02,
  aroundMiddle: 170,
};

function bodyOf(points: BodyPoints, rest: Partial<BodyFinding> = {}): BodyFinding {
  return {
    kind: 'body',
    points,
    frame: { width: 600, height: 800 },
    somebodyElse: false,
    ...rest,
  } as BodyFinding;
}

function photo(change: Partial<PhotoMeasurements> = {}): PhotoMeasurements {
  return {
    photo: { width: 3024, height: 4032 },
    light: daylight,
    blur: 0.4,
    body: bodyOf(standing()),
    ...change,
  };
}

const moved = (points: BodyPoints, by: (point: { x: number; y: number }) => object): BodyPoints =>
  Object.fromEntries(
    bodyJoints.map((joint) => [joint, { ...points[joint], ...by(points[joint]) }]),
  ) as BodyPoints;

const adviceOn = (change: Partial<PhotoMeasurements>, category: GarmentCategory = 'UPPER_BODY') =>
  judgePhoto(photo(change), category).advice;

describe('an ordinary photo', () => {
  it.each(garmentCategories)('passes without a word for %s', (category) => {
    expect(judgePhoto(photo(), category)).toEqual({ advice: [], person: 'looked_for' });
  });

  it('passes mirrored, as phones store what their front camera sees', () => {
    const mirrored = moved(standing(), ({ x }) => ({ x: 600 - x }));
    expect(adviceOn({ body: bodyOf(mirrored) })).toEqual([]);
  });

  it('passes with dark skin and black clothes in good light', () => {
    const light = { ...daylight, personBrightest: 70, aroundMiddle: 180 };
    expect(adviceOn({ light })).toEqual([]);
  });
});

describe('the framing', () => {
  const cutAt = (height: number) => bodyOf(standing(), { frame: { width: 600, height } });

  it('needs the feet for what is worn below, and not for a top', () => {
    expect(adviceOn({ body: cutAt(600) }, 'UPPER_BODY')).toEqual([]);
    expect(adviceOn({ body: cutAt(600) }, 'LOWER_BODY')).toEqual(['feet_missing']);
    expect(adviceOn({ body: cutAt(600) }, 'DRESS')).toEqual(['feet_missing']);
  });

  it('needs the hips for a top', () => {
    expect(adviceOn({ body: cutAt(350) })).toEqual(['hips_missing']);
  });

  it('takes a joint that the model only guesses for one that is not there', () => {
    const body = bodyOf({ ...standing(), leftAnkle: seen(336, 700, 0.05) });
    expect(adviceOn({ body }, 'DRESS')).toEqual(['feet_missing']);
  });

  it('notices a shoulder beyond the edge', () => {
    const body = bodyOf(moved(standing(), ({ x }) => ({ x: x - 240 })));
    expect(adviceOn({ body })).toContain('shoulders_missing');
  });

  it('asks somebody far away to come closer', () => {
    const points = moved(standing(), ({ x, y }) => ({ x: 300 + (x - 300) / 3, y: 300 + y / 3 }));
    expect(adviceOn({ body: bodyOf(points) })).toEqual(['far_away']);
  });
});

describe('the person', () => {
  it('is missed when nobody is there, and nothing is said of framing then', () => {
    expect(adviceOn({ body: { kind: 'nobody' } }, 'DRESS')).toEqual(['nobody']);
    expect(adviceOn({ body: bodyOf(standing(0.1)) }, 'DRESS')).toEqual(['nobody']);
  });

  it('should be alone', () => {
    expect(adviceOn({ body: bodyOf(standing(), { somebodyElse: true }) })).toEqual([
      'somebody_else',
    ]);
  });

  it('should face the camera', () => {
    const narrow = moved(standing(), ({ x }) => ({ x: 300 + (x - 300) * 0.4 }));
    expect(adviceOn({ body: bodyOf(narrow) })).toEqual(['sideways']);
    const turned = { ...moved(standing(), ({ x }) => ({ x: 300 + (x - 300) * 0.65 })) };
    expect(adviceOn({ body: bodyOf(turned) })).toEqual([]);
    expect(adviceOn({ body: bodyOf({ ...turned, nose: seen(360, 140) }) })).toEqual(['sideways']);
  });

  it('is seen from behind when left and right are exchanged and no face is seen', () => {
    const exchanged = moved(standing(), ({ x }) => ({ x: 600 - x }));
    const back = { ...exchanged, nose: seen(300, 140, 0.1) };
    expect(adviceOn({ body: bodyOf(back) })).toEqual(['from_behind']);
  });

  it('should stand upright, and is told nothing else before she does', () => {
    const lying = moved(standing(), ({ x, y }) => ({ x: y, y: x }));
    const body = bodyOf(lying, { frame: { width: 800, height: 600 } });
    expect(adviceOn({ body }, 'DRESS')).toEqual(['not_upright']);
  });
});

describe('light, sharpness and size', () => {
  it('notices darkness only where the whole picture is dark', () => {
    expect(adviceOn({ light: { ...daylight, brightest: 60, personBrightest: 50 } })).toEqual([
      'dark',
    ]);
    expect(adviceOn({ light: { ...daylight, personBrightest: 70 } })).toEqual([]);
  });

  it('notices light from behind and light that glares', () => {
    const behind = { ...daylight, personBrightest: 40, aroundMiddle: 230 };
    expect(adviceOn({ light: behind })).toEqual(['against_the_light']);
    expect(adviceOn({ light: { ...daylight, personBlownOut: 0.7 } })).toEqual(['glaring']);
  });

  it('notices blur', () => {
    expect(adviceOn({ blur: 0.75 })).toEqual(['blurred']);
  });

  it('notices a small picture', () => {
    expect(adviceOn({ photo: { width: 300, height: 400 } })).toEqual(['small']);
    expect(adviceOn({ photo: { width: 480, height: 640 } })).toEqual([]);
  });
});

describe('a photo in which nobody was looked for', () => {
  it.each(['cannot', 'too_slow'] as const)('is judged by the rest (%s)', (why) => {
    const verdict = judgePhoto(photo({ blur: 0.9, body: { kind: 'not_looked', why } }), 'DRESS');
    expect(verdict).toEqual({ advice: ['blurred'], person: why });
  });
});

describe('any measurements', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const byte = fc.integer({ min: 0, max: 255 });
  const side = fc.integer({ min: 1, max: 12_000 });
  const point = fc.record({
    x: fc.integer({ min: -500, max: 1500 }),
    y: fc.integer({ min: -500, max: 1500 }),
    score: share,
  });
  const anything = fc.record({
    photo: fc.record({ width: side, height: side }),
    light: fc.record({
      brightest: byte,
      personBrightest: byte,
      personBlownOut: share,
      aroundMiddle: byte,
    }),
    blur: share,
    body: fc.oneof(
      fc.constant<BodyFinding>({ kind: 'nobody' }),
      fc.constant<BodyFinding>({ kind: 'not_looked', why: 'cannot' }),
      fc
        .array(point, { minLength: bodyJoints.length, maxLength: bodyJoints.length })
        .map((points) =>
          bodyOf(
            Object.fromEntries(
              bodyJoints.map((joint, index) => [joint, points[index]]),
            ) as BodyPoints,
          ),
        ),
    ),
  });

  it('give advice once each and in the order of importance', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...garmentCategories), (measured, category) => {
        const places = judgePhoto(measured, category).advice.map((code) =>
          photoAdviceCodes.indexOf(code),
        );
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('never get worse by a larger, sharper photo', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...garmentCategories), (measured, category) => {
        const { advice } = judgePhoto(measured, category);
        const better = judgePhoto(
          { ...measured, photo: { width: 3000, height: 4000 }, blur: 0 },
          category,
        );
        expect(advice).toEqual(expect.arrayContaining(better.advice));
      }),
    );
  });
});
