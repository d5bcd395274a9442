import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inQuotes, isLiteral, otherWords, searchWords, withoutQuotes } from './search-words.ts';

it('reads words without accents, capitals and signs', () => {
  expect(searchWords('Linen Blouse, ÉCRU!')).toEqual(['linen', 'blouse', 'ecru']);
  expect(searchWords('"tea" & (dress)')).toEqual(['tea', 'dress']);
});

it('leaves little words out unless there are no others', () => {
  expect(searchWords('something in the blue')).toEqual(['blue']);
  expect(searchWords('the')).toEqual(['the']);
});

it('reads a T-shirt as one word', () => {
  expect(searchWords('White T-Shirts')).toEqual(['white', 'tshirts']);
  expect(otherWords('tshirts')).toEqual(['tee']);
});

it('knows other words for the same thing, which are not the word itself', () => {
  expect(otherWords('pants')).toEqual(['trousers', 'slacks']);
  expect(otherWords('trouser')).toEqual(['pants', 'slacks']);
  expect(otherWords('dress')).toEqual(['gown', 'frock']);
  expect(otherWords('skirt')).toEqual([]);
});

it('takes what stands in quotation marks as it is written', () => {
  for (const query of ['"the boxi tee"', ' “the boxi tee” ', '«the boxi tee»']) {
    expect(isLiteral(query)).toBe(true);
    expect(searchWords(query)).toEqual(['the', 'boxi', 'tee']);
    expect(inQuotes(query)).toBe('"the boxi tee"');
    expect(withoutQuotes(query)).toBe('the boxi tee');
  }
  for (const query of ['boxi tee', '"boxi" tee', '"', '""', '"tee']) {
    expect(isLiteral(query)).toBe(false);
  }
});

it('gives a few short words of letters and digits, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const words = searchWords(text);
      expect(words.length).toBeLessThanOrEqual(8);
      for (const word of words) {
        expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
        expect([...word].length).toBeLessThanOrEqual(40);
      }
    }),
  );
});
