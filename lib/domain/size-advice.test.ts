import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BodyMeasures, type Girth, girths, measureLimits } from './body-measures.ts';
import { garmentCategories } from './category.ts';
import {
  adviseSize,
  CLOSE_SHORTFALL,
  measuresAsked,
  type SizeAdvice,
  type SizeLook,
  usualEase,
} from './size-advice.ts';
import type { StatedChart } from './size-columns.ts';

const tee: StatedChart = {
  columns: ['Chest (cm)', 'Length (cm)', 'Sleeve (cm)'],
  rows: [
    { size: 'S', values: [102, 60, 20] },
    { size: 'M', values: [108, 62, 21] },
    { size: 'L', values: [114, 64, 22] },
  ],
};

const skirt: StatedChart = {
  columns: ['Waist (cm)', 'Hips (cm)', 'Length (cm)'],
  rows: [
    { size: '36', values: [69, 95, 62] },
    { size: '38', values: [73, 99, 63] },
    { size: '40', values: [77, 103, 63] },
  ],
};

const jeans: StatedChart = {
  columns: ['Waist (in)', 'Inside leg (in)'],
  rows: [
    { size: 'W28', values: [28, 30] },
    { size: 'W30', values: [30, 32] },
  ],
};

describe('a size by a chart of the body', () => {
  it('is the one whose figures are hers', () => {
    expect(adviseSize(skirt, 'LOWER_BODY', { waist: 73, hips: 99 })).toMatchObject({
      kind: 'fits',
      look: {
        size: '38',
        girths: [
          { measure: 'waist', of: 'body', stated: 73, yours: 73, fit: 'right' },
          { measure: 'hips', fit: 'right' },
        ],
      },
      missing: [],
    });
  });

  it('goes by the widest place, since cloth can be taken in and not let out', () => {
    const advice = adviseSize(skirt, 'LOWER_BODY', { waist: 69, hips: 103 });
    expect(advice).toMatchObject({ kind: 'fits', look: { size: '40' } });
    expect(girthOf(advice, 'waist')).toMatchObject({ fit: 'loose' });
  });

  it('names both neighbours where it is a matter of taste', () => {
    expect(adviseSize(skirt, 'LOWER_BODY', { waist: 71, hips: 95 })).toMatchObject({
      kind: 'between',
      smaller: { size: '36', girths: [{ fit: 'close' }, { fit: 'right' }] },
      larger: { size: '38' },
    });
  });

  it('is the largest, close, when that is just still one of hers', () => {
    expect(adviseSize(skirt, 'LOWER_BODY', { waist: 79 })).toMatchObject({
      kind: 'fits',
      look: { size: '40', girths: [{ fit: 'close' }] },
    });
  });

  it('is none when all are too small or too large', () => {
    expect(adviseSize(skirt, 'LOWER_BODY', { waist: 85, hips: 112 })).toMatchObject({
      kind: 'outside',
      side: 'too_small',
      nearest: { size: '40' },
    });
    expect(adviseSize(skirt, 'LOWER_BODY', { waist: 60, hips: 80 })).toMatchObject({
      kind: 'outside',
      side: 'too_large',
      nearest: { size: '36' },
    });
  });
});

describe('a size by a chart of the garment', () => {
  it('leaves the ease of its kind, and names the next one while that is still usual', () => {
    expect(adviseSize(tee, 'UPPER_BODY', { chest: 96 })).toMatchObject({
      kind: 'fits',
      look: { size: 'S', girths: [{ of: 'garment', stated: 102, yours: 96, fit: 'right' }] },
      also: { size: 'M' },
    });
    expect(adviseSize(tee, 'UPPER_BODY', { chest: 92 })).toMatchObject({
      look: { size: 'S' },
      also: null,
    });
  });

  it('is not called too large for being cut wide', () => {
    expect(adviseSize(tee, 'UPPER_BODY', { chest: 78 })).toMatchObject({
      kind: 'fits',
      look: { size: 'S', girths: [{ fit: 'loose' }] },
    });
  });
});

describe('what is not known', () => {
  it('is asked for, and what is known is used', () => {
    expect(adviseSize(skirt, 'LOWER_BODY', { chest: 90 })).toEqual({
      kind: 'unknown',
      missing: ['waist', 'hips'],
    });
    expect(adviseSize(skirt, 'LOWER_BODY', { waist: 73 })).toMatchObject({
      kind: 'fits',
      missing: ['hips'],
    });
  });

  it('is no advice where there is no chart or nothing in it to compare', () => {
    expect(adviseSize(null, 'DRESS', { chest: 90 })).toEqual({ kind: 'no_chart' });
    const chart = { columns: ['Length (cm)'], rows: [{ size: 'M', values: [60] }] };
    expect(adviseSize(chart, 'DRESS', { chest: 90 })).toEqual({ kind: 'no_chart' });
    expect(measuresAsked(chart)).toEqual([]);
  });

  it('says of a length how it is, and decides nothing by it', () => {
    const advice = adviseSize(jeans, 'LOWER_BODY', { waist: 71, insideLeg: 90 });
    expect(advice).toMatchObject({
      kind: 'fits',
      look: { size: 'W28', lengths: [{ measure: 'insideLeg', stated: 76.2, yours: 90 }] },
    });
  });
});

const limits = (girth: Girth) => measureLimits[girth];

/** Charts of the body or of the garment, in any order; `smallestStep` below zero makes slips in them. */
const chartsWith = (smallestStep: number) =>
  fc
    .record({
      of: fc.constantFrom('body', 'garment'),
      shown: fc.subarray([...girths], { minLength: 1 }),
      start: fc.integer({ min: 75, max: 100 }),
      steps: fc.array(
        fc.array(fc.integer({ min: smallestStep, max: 9 }), { minLength: 3, maxLength: 3 }),
        {
          minLength: 1,
          maxLength: 7,
        },
      ),
      shuffled: fc.boolean(),
    })
    .map(({ of, shown, start, steps, shuffled }): StatedChart => {
      const rows = steps.map((_, row) => ({
        size: `size ${row}`,
        values: shown.map(
          (_girth, column) =>
            start + steps.slice(0, row + 1).reduce((sum, step) => sum + (step[column] ?? 0), 0),
        ),
      }));
      return {
        columns: shown.map((girth) => `${of} ${girth} (cm)`),
        rows: shuffled ? rows.toReversed() : rows,
      };
    });

const bodies = fc.record(
  Object.fromEntries(
    girths.map((girth) => [
      girth,
      fc.double({ min: limits(girth).least, max: 150, noNaN: true }).map((cm) => Math.round(cm)),
    ]),
  ) as Record<Girth, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);

describe('for every chart and every body', () => {
  it('never recommends a size that is smaller than she is by more than it says', () => {
    fc.assert(
      fc.property(
        chartsWith(0),
        fc.constantFrom(...garmentCategories),
        bodies,
        (chart, category, body) => {
          for (const look of recommended(adviseSize(chart, category, body))) {
            const row = chart.rows.find(({ size }) => size === look.size);
            chart.columns.forEach((column, index) => {
              const [of, girth] = column.split(' ') as ['body' | 'garment', Girth];
              const yours = body[girth];
              if (yours === undefined) return;
              const ease = of === 'garment' ? usualEase[category][girth].least : 0;
              expect(row?.values[index]).toBeGreaterThanOrEqual(yours + ease - CLOSE_SHORTFALL);
            });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps to the first of two sizes that measure the same', () => {
    const chart = {
      columns: ['garment chest (cm)'],
      rows: [
        { size: 'M', values: [78] },
        { size: 'M tall', values: [78] },
      ],
    };
    for (const chest of [65, 74]) {
      const advice = adviseSize(chart, 'UPPER_BODY', { chest });
      expect(advice).toMatchObject({ kind: 'fits', look: { size: 'M' } });
    }
  });

  it('never gives a larger body a smaller size', () => {
    const growth = fc.record({ chest: fc.nat(12), waist: fc.nat(12), hips: fc.nat(12) });
    fc.assert(
      fc.property(
        chartsWith(0),
        fc.constantFrom(...garmentCategories),
        bodies,
        growth,
        (chart, category, body, more) => {
          const larger: BodyMeasures = {};
          for (const girth of girths) {
            const cm = body[girth];
            if (cm !== undefined) larger[girth] = cm + more[girth];
          }
          const before = range(chart, adviseSize(chart, category, body));
          const after = range(chart, adviseSize(chart, category, larger));
          expect(after[0]).toBeGreaterThanOrEqual(before[0]);
          expect(after[1]).toBeGreaterThanOrEqual(before[1]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

/** The smaller and the larger end of the advice, in the order of the chart's sizes. */
function range(chart: StatedChart, advice: SizeAdvice): [number, number] {
  if (advice.kind === 'outside') {
    return advice.side === 'too_large' ? [-1, -1] : [chart.rows.length, chart.rows.length];
  }
  const places = recommended(advice).map(({ size }) => Number(size.split(' ')[1]));
  return [Math.min(...places), Math.max(...places)];
}

function recommended(advice: SizeAdvice): SizeLook[] {
  if (advice.kind === 'fits') return [advice.look];
  return advice.kind === 'between' ? [advice.smaller, advice.larger] : [];
}

function girthOf(advice: SizeAdvice, measure: Girth) {
  return recommended(advice)[0]?.girths.find((fact) => fact.measure === measure);
}
