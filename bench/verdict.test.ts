import { expect, it } from 'vitest';
import type { Figure } from './report.ts';
import { formatChanges, formatFigures, verdict } from './verdict.ts';

const figure: Figure = {
  ...{ row: 'P4', what: 'an answer', unit: 'ms' },
  rounds: [90, 95, 120],
  target: { atMost: 100 },
};

it('goes by the median round, and says that not all have met', () => {
  expect(verdict(figure)).toBe('met, met in 2 of 3');
  expect(verdict({ ...figure, rounds: [90, 110, 120] })).toBe('short, met in 1 of 3');
});

it('goes by the worst round where the figure is a worst case', () => {
  expect(verdict({ ...figure, by: 'worst' })).toBe('short, met in 2 of 3');
  expect(verdict({ ...figure, by: 'worst', target: { atMost: 120 } })).toBe('met');
  expect(verdict({ ...figure, by: 'worst', target: { atLeast: 95 } })).toBe('short, met in 2 of 3');
});

it('says nothing of what has no target', () => {
  const { target: _, ...alone } = figure;
  expect(verdict(alone)).toBe('');
});

it('puts the rows in their order, with their yardsticks', () => {
  const others: Figure[] = [
    { ...figure, row: 'P5' },
    { row: 'P4', what: 'a bare one', unit: 'ms', rounds: [10], yardstick: true },
    { ...figure, row: 'P1' },
  ];
  const names = formatFigures(others).split('\n').slice(2);
  expect(names.map((line) => line.slice(0, 13).trim())).toEqual([
    'P1 an answer',
    'P4 yardstick:',
    'P5 an answer',
  ]);
});

it('tells a change from what lies within the spread', () => {
  const later = (rounds: number[]): Figure[] => [{ ...figure, rounds }];
  expect(formatChanges([figure], later([45, 46, 47]))).toContain('−52 %');
  expect(formatChanges([figure], later([45, 46, 47]))).not.toContain('within');
  expect(formatChanges([figure], later([100, 130, 140]))).toContain('within the spread');
});
