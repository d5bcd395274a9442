import { describe, expect, it } from 'vitest';
import type { BagLineView, BagView } from '#lib/contracts/bag.ts';
import { totalOf } from '#lib/domain/bag.ts';
import { withoutLine, withQuantity } from './bag-changes.ts';

const line = (id: string, minor: number, state: BagLineView['state'] = 'available') => ({
  id,
  quantity: 1,
  state,
  garment: { slug: id, title: id, colour: '', picture: null },
  size: 'M',
  price: { minor, currency: 'EUR' },
});

const part = (slug: string, lines: BagLineView[]): BagView['shops'][number] => ({
  shop: { slug, name: slug },
  currency: 'EUR',
  way: 'request',
  lines,
  ...totalOf(lines, 'EUR'),
});

const bag: BagView = {
  shops: [
    part('halden', [line('a', 3900), line('b', 500, 'sold_out')]),
    part('sea', [line('c', 100)]),
  ],
  count: 2,
};

const print = ({ shops, count }: BagView) =>
  `${count}: ${shops.map(({ shop, total }) => `${shop.slug} ${total.minor}`).join(', ')}`;

describe('the bag as it is going to be', () => {
  it('has new totals with another quantity, and the other shops as they were', () => {
    expect(print(withQuantity(bag, 'a', 3))).toBe('4: halden 11700, sea 100');
    expect(print(withQuantity(bag, 'b', 3))).toBe('2: halden 3900, sea 100');
    expect(print(withQuantity(bag, 'unknown', 3))).toBe(print(bag));
  });

  it('loses a shop with its last line', () => {
    expect(print(withoutLine(bag, 'a'))).toBe('1: halden 0, sea 100');
    expect(print(withoutLine(bag, 'c'))).toBe('1: halden 3900');
  });
});
