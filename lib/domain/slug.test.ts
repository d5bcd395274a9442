import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isShopSlug, shopSlugs, slugify } from './slug.ts';

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

function firstOf(name: string, count: number) {
  const proposals = shopSlugs(name);
  return Array.from({ length: count }, () => String(proposals.next().value));
}

it('proposes slugs for a shop, and none that a page of the back office has', () => {
  expect(firstOf('Maison Élan', 3)).toEqual(['maison-elan', 'maison-elan-2', 'maison-elan-3']);
  expect(firstOf('New', 2)).toEqual(['new-2', 'new-3']);
  expect(firstOf('亜', 1)).toEqual(['shop']);
  expect(firstOf('X', 1)).toEqual(['x-2']);
  expect(isShopSlug('new')).toBe(false);
  for (const odd of ['', 'a', 'Halden', '-halden', 'hal--den', 'a/b', 'x'.repeat(41)]) {
    expect(isShopSlug(odd), odd).toBe(false);
  }
});

it('proposes nothing that it would not take', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      for (const slug of firstOf(name, 12)) expect(isShopSlug(slug), slug).toBe(true);
    }),
  );
});
