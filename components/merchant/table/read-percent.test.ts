import { describe, expect, it } from 'vitest';
import { readPercent } from './read-percent.ts';

describe('a percentage', () => {
  it.each([
    ['20', 2000],
    [' 12,5 % ', 1250],
    ['0.05%', 5],
    ['300', 30_000],
  ])('is read from %s', (text, points) => {
    expect(readPercent(text)).toBe(points);
  });

  it.each(['', '0', '-5', '1.234', 'ten', '5 percent'])('is not read from “%s”', (text) => {
    expect(readPercent(text)).toBeNull();
  });
});
