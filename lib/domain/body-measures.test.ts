import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyMeasures, lengthText, problemOf, readLength, readMeasures } from './body-measures.ts';

describe('a length that is typed', () => {
  it('is read as people write it', () => {
    const typed: [string, 'cm' | 'in', number][] = [
      ['96', 'cm', 96],
      [' 96,5 ', 'cm', 96.5],
      ['96.5 cm', 'in', 96.5],
      ['38', 'in', 96.5],
      ['38½', 'in', 97.8],
      ['38 1/2', 'in', 97.8],
      ['38"', 'cm', 96.5],
    ];
    for (const [text, unit, cm] of typed) expect(readLength(text, unit), text).toBe(cm);
  });

  it('is none when it is something else', () => {
    for (const text of ['', 'M', '9 6', '-96', '1e3', '96-98', '38 1/']) {
      expect(readLength(text, 'cm'), text).toBeNull();
    }
  });

  it('comes back from the field as it went in, to the tenth of a centimetre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 500, max: 2200 }), (tenths) => {
        expect(readLength(lengthText(tenths / 10, 'cm'), 'cm')).toBe(tenths / 10);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 80, max: 320 }), (quarters) => {
        const cm = readLength(String(quarters / 4), 'in') ?? 0;
        expect(lengthText(cm, 'in')).toBe(String(quarters / 4));
      }),
    );
  });
});

describe('measurements', () => {
  it('that no adult has are a problem', () => {
    expect(problemOf('waist', 76)).toBeNull();
    expect(problemOf('waist', 30)).toBe('too_small');
    expect(problemOf('height', 1700)).toBe('too_large');
    expect(problemOf('chest', Number.NaN)).toBe('not_a_number');
  });

  it('that were kept are taken back one by one, whatever became of them', () => {
    expect(readMeasures({ chest: 96, waist: '76', hips: 9, shoe: 40 })).toEqual({ chest: 96 });
    for (const stored of [null, 'x', 3, [], {}, { chest: null }]) {
      expect(readMeasures(stored)).toBeNull();
    }
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        for (const [name, cm] of Object.entries(readMeasures(stored) ?? {})) {
          expect(bodyMeasures).toContain(name);
          expect(cm).toBeGreaterThan(0);
        }
      }),
    );
  });
});
