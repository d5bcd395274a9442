import { expect, it } from 'vitest';
import type { ShopHome } from '#lib/contracts/shop-home.ts';
import { stepWords } from './guide-words.ts';

const home = (done: boolean): ShopHome => ({
  guide: {
    steps: [{ name: 'try-on', done }],
    draft: null,
    toTryOn: { slug: 'linen-shirt', title: 'Linen shirt' },
  },
  garments: [],
  tryOns: { used: 0, cap: null, until: '2026-12-01T00:00:00.000Z' },
  orders: 0,
  imports: [],
  activity: [],
});

it('keeps the way to try on as a shopper open once a look is there', () => {
  const { text, also } = stepWords('try-on', home(true), '/merchant/halden');
  expect(text).toBe('You have seen one of your garments worn.');
  expect(also).toEqual({ label: 'Try it on as a shopper', href: '/garments/linen-shirt?try-on=' });
});

it('has one way only while the step is the next', () => {
  const { next, also } = stepWords('try-on', home(false), '/merchant/halden');
  expect(next?.href).toBe(also?.href);
});
