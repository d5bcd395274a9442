import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Browse,
  browseHref,
  countFilters,
  everything,
  garmentSorts,
  naturalSort,
  parseBrowse,
  printBrowse,
} from './browse.ts';
import { garmentCategories } from './category.ts';
import { colourFamilies } from './colour-family.ts';

const paramsOf = (query: string) => Object.fromEntries(new URLSearchParams(query));
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((one) => one.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim());
const choice = (unit: fc.Arbitrary<string>) => fc.uniqueArray(unit, { maxLength: 6 });
const price = fc.option(fc.integer({ min: 0, max: 99_999_999 }));

const browses: fc.Arbitrary<Browse> = fc
  .record({
    q: text,
    category: fc.option(fc.constantFrom(...garmentCategories)),
    colours: fc.subarray([...colourFamilies]),
    sizes: choice(fc.stringMatching(/^[A-Z0-9/.-]{1,8}$/)),
    shops: choice(fc.stringMatching(/^[a-z0-9-]{1,20}$/)),
    prices: fc.tuple(price, price),
    sort: fc.constantFrom(...garmentSorts),
  })
  .map(({ prices: [a, b], sort, ...rest }) => ({
    ...rest,
    colours: rest.colours.slice(0, 12),
    sort: sort === 'relevance' ? naturalSort(rest.q) : sort,
    priceFrom: a !== null && b !== null ? Math.min(a, b) : a,
    priceTo: a !== null && b !== null ? Math.max(a, b) : b,
  }));

describe('the address of a list', () => {
  it('says all that was asked for, and nothing else', () => {
    fc.assert(
      fc.property(browses, (browse) => {
        expect(parseBrowse(paramsOf(printBrowse(browse)))).toEqual(browse);
      }),
    );
  });

  it('is the same for the same choice, and empty for everything', () => {
    expect(browseHref({})).toBe('/garments');
    expect(browseHref({ colours: ['blue', 'green'], category: 'DRESS' })).toBe(
      '/garments?category=DRESS&colour=blue,green',
    );
    expect(browseHref({ priceFrom: 2000, priceTo: 7950 })).toBe('/garments?min=20&max=79.50');
  });

  it('is read whatever stands in it', () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
    const names = ['q', 'category', 'colour', 'size', 'shop', 'min', 'max', 'sort'];
    const params = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(params, (given) => {
        const browse = parseBrowse(given);
        expect(parseBrowse(paramsOf(printBrowse(browse)))).toEqual(browse);
      }),
    );
  });

  it('takes what a plain form sends: repeated names and empty fields', () => {
    const params = {
      q: '',
      colour: ['green', 'blue', 'green'],
      size: ['M', 'L'],
      min: '',
      max: '',
    };
    expect(parseBrowse(params)).toEqual({
      ...everything,
      colours: ['blue', 'green'],
      sizes: ['M', 'L'],
    });
  });

  it('leaves out what is mistyped', () => {
    const params = {
      category: 'hats',
      colour: 'bluish',
      shop: '../etc',
      min: '-5',
      sort: 'random',
    };
    expect(parseBrowse(params)).toEqual(everything);
  });

  it('turns prices that stand the wrong way round', () => {
    expect(parseBrowse({ min: '80', max: '20,5' })).toMatchObject({
      priceFrom: 2050,
      priceTo: 8000,
    });
  });

  it('holds no control characters and no endless text', () => {
    const { q } = parseBrowse({ q: `a\u0000b\ud800c${'x'.repeat(10_000)}` });
    expect(q.startsWith('a b c')).toBe(true);
    expect(q.length).toBeLessThanOrEqual(200);
  });
});

describe('the sort', () => {
  it('is by match while there are words, and by age without', () => {
    expect(parseBrowse({ q: 'tee' }).sort).toBe('relevance');
    expect(parseBrowse({ sort: 'relevance' }).sort).toBe('newest');
    expect(browseHref({ q: 'tee' })).toBe('/garments?q=tee');
    expect(browseHref({ q: '' }, parseBrowse({ q: 'tee' }))).toBe('/garments');
  });

  it('stays as it was chosen when something else changes', () => {
    const before = parseBrowse({ q: 'tee', sort: 'newest' });
    expect(browseHref({ colours: ['red'] }, before)).toBe('/garments?q=tee&colour=red&sort=newest');
  });
});

it('counts a price range as one filter, and words as none', () => {
  const asked = parseBrowse({ q: 'tee', colour: 'red,blue', min: '10', max: '20', size: 'M' });
  expect(countFilters(asked)).toBe(4);
  expect(countFilters(everything)).toBe(0);
});
