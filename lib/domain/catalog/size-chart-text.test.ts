import { describe, expect, it } from 'vitest';
import { readSizeChart, writeSizeChart } from './size-chart-text.ts';

const chart = {
  columns: ['Chest (cm)', 'Waist | \\ "x"'],
  rows: [
    { size: 'S', values: [88, 70.5] },
    { size: 'M', values: [92, 74] },
  ],
};

describe('a size chart in a cell', () => {
  it('comes back as it was', () => {
    expect(readSizeChart(writeSizeChart(chart))).toEqual(chart);
  });

  it('can be written by hand', () => {
    expect(readSizeChart('Size|Chest\r\n S | 88,5\n\nM|92')).toEqual({
      columns: ['Chest'],
      rows: [
        { size: 'S', values: [88.5] },
        { size: 'M', values: [92] },
      ],
    });
  });

  it.each([
    '',
    'S 88',
    'Size | Chest',
    'Size | Chest\nS | wide',
    'Size | Chest\nS',
    'Size | Chest\nS |',
  ])('is not guessed from %j', (text) => {
    expect(readSizeChart(text)).toBeNull();
  });
});
