import { describe, expect, it } from 'vitest';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import {
  draftOf,
  emptyDraft,
  errorsOfFields,
  parseSizes,
  priceText,
  readDraft,
  sameDraft,
} from './garment-draft.ts';

const shirt: MerchantGarment = {
  id: '0193f3c2-0000-7000-8000-000000000001',
  slug: 'linen-shirt',
  title: 'Linen shirt',
  description: 'Cut wide.',
  category: 'UPPER_BODY',
  status: 'DRAFT',
  colour: 'White',
  material: 'Linen',
  price: { minor: 4990, currency: 'EUR' },
  sizes: ['S', 'M'],
  images: [],
  readiness: 'NO_PICTURE',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

describe('a garment in the form', () => {
  it('comes back unchanged when nothing was typed', () => {
    expect(readDraft(draftOf(shirt), 'EUR').body).toEqual({
      title: 'Linen shirt',
      description: 'Cut wide.',
      category: 'UPPER_BODY',
      colour: 'White',
      material: 'Linen',
      price: '49.90',
      sizes: ['S', 'M'],
    });
    expect(sameDraft(draftOf(shirt), draftOf(shirt))).toBe(true);
  });

  it('counts as changed as soon as one field differs', () => {
    expect(sameDraft(draftOf(shirt), { ...draftOf(shirt), sizes: 'S' })).toBe(false);
  });

  it('says in words what an empty form lacks', () => {
    expect(readDraft(emptyDraft, 'EUR').errors).toEqual({
      title: 'Give the garment a title.',
      category: 'Choose what kind of garment it is.',
      price: 'Give a price.',
    });
  });

  it('refuses a price that is no number of the shop’s currency', () => {
    const { errors } = readDraft({ ...draftOf(shirt), price: 'about 50' }, 'EUR');
    expect(errors).toEqual({ price: 'Write the price as a number, like 49 or 49.90.' });
    expect(readDraft({ ...draftOf(shirt), price: '49,90' }, 'EUR').errors).toBeNull();
  });

  it('leaves the price to the server while the currency is not known', () => {
    expect(readDraft({ ...draftOf(shirt), price: 'about 50' }, null).errors).toBeNull();
  });

  it('names the sizes when one of them is too long or there twice', () => {
    const long = readDraft({ ...draftOf(shirt), sizes: 'S, extraordinarily large' }, 'EUR');
    expect(long.errors?.sizes).toContain('at most 12 characters');
    const twice = readDraft({ ...draftOf(shirt), sizes: 'S, M, S' }, 'EUR');
    expect(twice.errors?.sizes).toBe('A size is in the list twice.');
  });
});

describe('sizes', () => {
  it('are separated by commas, semicolons or lines, and blanks do not count', () => {
    expect(parseSizes(' XS, S;M\n L ,, ')).toEqual(['XS', 'S', 'M', 'L']);
    expect(parseSizes('  ')).toEqual([]);
  });
});

describe('a price', () => {
  it('is written with the digits of its currency', () => {
    expect(priceText({ minor: 4900, currency: 'EUR' })).toBe('49.00');
    expect(priceText({ minor: 4900, currency: 'JPY' })).toBe('4900');
  });
});

describe('problems that the server names', () => {
  it('stand beside the field of the form, the first one for each', () => {
    expect(errorsOfFields({ 'sizes.3': 'Too long.', sizes: 'Other.', price: 'No price.' })).toEqual(
      { sizes: 'Too long.', price: 'No price.' },
    );
  });

  it('leave out what the form does not have', () => {
    expect(errorsOfFields({ shop: 'Not yours.' })).toEqual({});
    expect(errorsOfFields(undefined)).toEqual({});
  });
});
