import { describe, expect, it } from 'vitest';
import { aboutTime, dollars } from './render-words.ts';

describe('what a run is said to cost', () => {
  it('is in whole cents, and never nothing for something', () => {
    expect(dollars(0)).toBe('US$0.00');
    expect(dollars(3_000)).toBe('US$0.01');
    expect(dollars(11_080 * 300)).toBe('US$3.32');
  });

  it('is in round times', () => {
    expect(aboutTime(1)).toBe('about 5 seconds');
    expect(aboutTime(61)).toBe('about 60 seconds');
    expect(aboutTime(15 * 60)).toBe('about 15 minutes');
    expect(aboutTime(5_600)).toBe('about 1.5 hours');
  });
});
