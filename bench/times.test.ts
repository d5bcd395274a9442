import { describe, expect, it } from 'vitest';
import { quantile, quantileOfRounds, spread } from './times.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe('a quantile', () => {
  it.each([
    [upTo(100), 0.95, 95],
    [upTo(22), 0.99, 22],
    [upTo(4), 0.5, 2],
    [upTo(5), 0.5, 3],
    [[3, 1, 2], 0, 1],
    [[3, 1, 2], 1, 3],
  ])('is the value of the nearest rank, never below it', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });

  it('is not told of nothing, nor of what is no number', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError);
  });
});

describe('a percentile of rounds', () => {
  it('is one of each where each has enough', () => {
    const rounds = [upTo(40), upTo(100)];
    expect(quantileOfRounds(rounds, 0.95)).toEqual({ rounds: [38, 95], of: '' });
  });

  it('is one of all where one has too few', () => {
    const rounds = [upTo(39), upTo(61)];
    expect(quantileOfRounds(rounds, 0.95)).toEqual({ rounds: [56], of: ' of all 100' });
  });
});

it('spreads from the lowest over the median to the highest', () => {
  expect(spread([5, 1, 3])).toEqual({ median: 3, lowest: 1, highest: 5 });
});
