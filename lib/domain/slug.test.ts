import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugify } from './slug.ts';

it('makes an address of a title', () => {
  expect(slugify('Linen Blouse, écru')).toBe('linen-blouse-ecru');
  expect(slugify('Größe 38')).toBe('grosse-38');
  expect(slugify('亜麻')).toBe('garment');
});

it('makes an address of anything', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      expect(slugify(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});
