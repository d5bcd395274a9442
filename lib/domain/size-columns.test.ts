import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readColumns } from './size-columns.ts';

/** One row, with numbers that fit each column's measure and unit. */
function read(columns: string[], values: number[]) {
  return readColumns({ columns, rows: [{ size: 'M', values }] });
}

describe('the columns of a size chart', () => {
  it('are known in the words that merchants use', () => {
    const names: [string, number, string][] = [
      ['Chest (cm)', 100, 'chest'],
      ['Bust', 96, 'chest'],
      ['BUST – in', 38, 'chest'],
      ['Waist in inches', 30, 'waist'],
      ['Waist in cm', 76, 'waist'],
      ['Waist 30"', 30, 'waist'],
      ['Hip', 102, 'hips'],
      ['Seat (cm)', 102, 'hips'],
      ['Inseam (in)', 32, 'insideLeg'],
      ['Inside leg (cm)', 80, 'insideLeg'],
      ['Height (cm)', 170, 'height'],
    ];
    for (const [name, value, measure] of names) {
      expect(read([name], [value]), name).toMatchObject([{ measure }]);
    }
  });

  it('are left out when they say something else', () => {
    for (const name of [
      'Length (cm)',
      'Front rise',
      'Waist to hem',
      'Underbust',
      'Shoulder',
      'EU',
    ]) {
      expect(read([name], [80]), name).toEqual([]);
    }
  });

  it('are left out when their unit cannot be told or their numbers fit nobody', () => {
    expect(read(['Chest'], [52])).toEqual([]);
    expect(read(['Waist (cm)'], [30])).toEqual([]);
    expect(readColumns({ columns: ['Bust (cm)'], rows: [{ size: 'S', values: [] }] })).toEqual([]);
    expect(readColumns({ columns: ['Bust (cm)'], rows: [] })).toEqual([]);
  });

  it('count double when the garment is measured lying flat', () => {
    expect(read(['Pit to pit (cm)'], [54])).toMatchObject([{ of: 'garment', cm: 2 }]);
    expect(read(['1/2 hip (in)'], [21])).toMatchObject([{ of: 'garment', cm: 5.08 }]);
  });

  it('are of the garment where the chart measures garments, and of the body elsewhere', () => {
    expect(read(['Chest (cm)', 'Length (cm)'], [108, 62])).toMatchObject([{ of: 'garment' }]);
    expect(read(['Chest (cm)', 'Waist (cm)'], [92, 76])).toMatchObject([
      { of: 'body' },
      { of: 'body' },
    ]);
    expect(read(['Chest', 'Waist', 'Sleeve'], [108, 100, 60])).toMatchObject([
      { of: 'garment' },
      { of: 'garment' },
    ]);
    expect(read(['Bust (cm)', 'Length (cm)'], [92, 62])).toMatchObject([{ of: 'body' }]);
    expect(read(['To fit chest (cm)', 'Length (cm)'], [92, 62])).toMatchObject([{ of: 'body' }]);
    expect(read(['Waist (cm)', 'Length (cm)'], [76, 62])).toMatchObject([{ of: 'body' }]);
    expect(read(['Waist (garment, cm)'], [80])).toMatchObject([{ of: 'garment' }]);
  });

  it('that say the same twice count once, by the body', () => {
    expect(read(['Garment chest (cm)', 'Body chest (cm)'], [108, 96])).toMatchObject([
      { index: 1, of: 'body' },
    ]);
  });

  it('are read from any text without a fault', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 5 }),
        fc.array(fc.double()),
        (names, values) => {
          for (const { index } of read(names, values)) expect(names[index]).toBeDefined();
        },
      ),
    );
  });
});
