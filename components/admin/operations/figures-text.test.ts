import { expect, it } from 'vitest';
import { credits, money, percent, seconds, stepText } from './figures-text.ts';

it('writes how long something took with two units at most', () => {
  expect([0, 0.44, 9.9, 9.99, 12.4, 60, 200, 3_600, 7_530, 273_600].map(seconds)).toEqual([
    '0 s',
    '0.4 s',
    '9.9 s',
    '10 s',
    '12 s',
    '1 min',
    '3 min 20 s',
    '1 h',
    '2 h 5 min',
    '3 d 4 h',
  ]);
});

it('writes a dash for what is not known', () => {
  expect([seconds(null), percent(null), credits(null)]).toEqual(['–', '–', '–']);
});

it('writes shares, money and times', () => {
  expect(percent(97.45)).toBe('97.5 %');
  expect(money(4_200_000)).toBe('US$4.20');
  expect(stepText('2026-11-28T12:00:00Z', true)).toBe('28 Nov');
  expect(stepText('2026-11-28T12:00:00Z', false)).toBe('28 Nov, 12:00');
});
