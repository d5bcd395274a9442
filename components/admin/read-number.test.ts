import { expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

it.each([
  ['', null],
  [' 12 ', 12],
  ['1,000', 1000],
  ['2.5', 2.5],
  ['many', 'many'],
  ['-1', '-1'],
])('reads %j as %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
