import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alternatives, searchWords } from './search-words.ts';

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
  expect(alternatives('tshirts')).toEqual(['tshirts', 'tee', 'tshirt']);
  expect(alternatives('pants')).toContain('trousers');
  expect(alternatives('dress')).not.toContain('dres');
  expect(alternatives('skirt')).toEqual(['skirt']);
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
