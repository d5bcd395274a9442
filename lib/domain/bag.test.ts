import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  groupForBuying,
  isAsSeen,
  type LineState,
  lineState,
  orderReference,
  seenOf,
  totalOf,
} from './bag.ts';

const line = (
  id: string,
  minor: number,
  { quantity = 1, state = 'available' as LineState, shop = 'halden', currency = 'EUR' } = {},
) => ({ id, quantity, state, price: { minor, currency }, shop: { slug: shop } });

describe('a line of the bag', () => {
  it('can be had while the shop shows the garment and has the size', () => {
    expect(lineState(true, { stock: 1, retiredAt: null })).toBe('available');
    expect(lineState(true, { stock: 0, retiredAt: null })).toBe('sold_out');
    expect(lineState(true, { stock: 0, retiredAt: new Date() })).toBe('size_gone');
    expect(lineState(false, { stock: 5, retiredAt: null })).toBe('gone');
  });

  it('grows by what is added, up to 99', () => {
    expect(addQuantities(2, 3)).toBe(5);
    expect(addQuantities(60, 60)).toBe(99);
  });
});

describe('the total', () => {
  it('counts what can be had, and nothing else', () => {
    const lines = [
      line('a', 3900, { quantity: 2 }),
      line('b', 12900, { state: 'sold_out' }),
      line('c', 500, { state: 'gone', quantity: 9 }),
    ];
    expect(totalOf(lines, 'EUR')).toEqual({ count: 2, total: { minor: 7800, currency: 'EUR' } });
    expect(totalOf([], 'SEK')).toEqual({ count: 0, total: { minor: 0, currency: 'SEK' } });
  });
});

describe('what is bought together', () => {
  it('is of one shop and in one currency, in the order it came', () => {
    const groups = groupForBuying([
      line('a', 1, { shop: 'marisol' }),
      line('b', 1),
      line('c', 1, { shop: 'marisol' }),
      line('d', 1, { shop: 'marisol', currency: 'SEK' }),
    ]);
    expect(
      groups.map(({ shop, currency, lines }) => [
        shop.slug,
        currency,
        lines.map(({ id }) => id).join(''),
      ]),
    ).toEqual([
      ['marisol', 'EUR', 'ac'],
      ['halden', 'EUR', 'b'],
      ['marisol', 'SEK', 'd'],
    ]);
  });
});

describe('a bag that was looked at', () => {
  const shown = [line('a', 3900, { quantity: 2 }), line('b', 4900, { state: 'sold_out' })];

  it('is the same while nothing has changed, whatever the order of its lines', () => {
    expect(isAsSeen(shown.toReversed(), 'EUR', seenOf(shown, 'EUR'))).toBe(true);
    fc.assert(
      fc.property(fc.array(fc.nat(9999), { maxLength: 8 }), (prices) => {
        const lines = prices.map((minor, place) => line(String(place), minor));
        expect(isAsSeen(lines.toReversed(), 'EUR', seenOf(lines, 'EUR'))).toBe(true);
      }),
    );
  });

  it('is another one when a price, a quantity, a line or the stock has changed', () => {
    const seen = seenOf(shown, 'EUR');
    const [a = line('a', 0), b = line('b', 0)] = shown;
    for (const now of [
      [{ ...a, price: { ...a.price, minor: 3901 } }, b],
      [{ ...a, quantity: 1 }, b],
      [{ ...a, id: 'other' }, b],
      [{ ...a, state: 'gone' as const }, b],
      [a, { ...b, state: 'available' as const, price: { ...b.price, minor: 0 } }],
      [],
    ]) {
      expect(isAsSeen(now, 'EUR', seen)).toBe(false);
    }
  });
});

describe('the reference of an order', () => {
  it('is short enough to be said', () => {
    expect(orderReference('01900000-0000-7000-8000-0000a1b2c3d4')).toBe('A1B2-C3D4');
  });
});
