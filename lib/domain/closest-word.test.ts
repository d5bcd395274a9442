import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, slipsBetween } from './closest-word.ts';

const known = ['jeans', 'terracotta', 'trousers', 'tee', 'tea', 'dress', 'white', 'beige'];

describe('the closest word', () => {
  it('forgives one slip in a short word and two in a longer one', () => {
    expect(closestWord('jaens', known)).toBe('jeans');
    expect(closestWord('dres', known)).toBe('dress');
    expect(closestWord('terakotta', known)).toBe('terracotta');
    expect(closestWord('trosuers', known)).toBe('trousers');
    expect(closestWord('jxxns', known)).toBeNull();
    expect(closestWord('cardigan', known)).toBeNull();
  });

  it('leaves very short words alone', () => {
    expect(closestWord('te', known)).toBeNull();
  });

  it('prefers the same first letter', () => {
    expect(closestWord('tress', ['dress', 'tresses'])).toBe('dress');
    expect(closestWord('wress', ['dress', 'wrest'])).toBe('wrest');
  });

  it('also recognises the beginning of a word that is still being typed', () => {
    expect(closestWord('terraco', known)).toBeNull();
    expect(closestWord('tercaco', known, { unfinished: true })).toBe('terracotta');
  });
});

describe('slips', () => {
  it('are letters too many, missing, wrong, or in each other’s place', () => {
    expect(slipsBetween('', 'abc')).toBe(3);
    expect(slipsBetween('navy', 'navvy')).toBe(1);
    expect(slipsBetween('navy', 'nay')).toBe(1);
    expect(slipsBetween('navy', 'nevy')).toBe(1);
    expect(slipsBetween('navy', 'nvay')).toBe(1);
  });

  it('are none between equals, the same both ways, and never more than there are letters', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, a)).toBe(0);
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a));
        expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        if (a !== b) expect(slipsBetween(a, b)).toBeGreaterThan(0);
      }),
    );
  });
});
