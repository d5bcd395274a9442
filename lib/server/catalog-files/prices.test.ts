import { describe, expect, it } from 'vitest';
import { readPrice, settlePrices, writePrice } from './prices.ts';

const price = (minor: number) => ({ minor, currency: null });

describe('what a garment costs', () => {
  it('is what most of its sizes cost', () => {
    expect(settlePrices([price(45), price(49), price(49)])).toEqual({
      price: price(49),
      ofSizes: [price(45), null, null],
    });
  });

  it('is what the first costs where none is the most frequent', () => {
    expect(settlePrices([price(45), price(49)]).price).toEqual(price(45));
  });

  it('is nothing where all are blank, and unknown where none is said', () => {
    expect(settlePrices([null, null]).price).toBeNull();
    expect(settlePrices([undefined]).price).toBeUndefined();
    expect(settlePrices([null, price(9)])).toEqual({ price: price(9), ofSizes: [null, null] });
  });

  it('is in the shop’s currency unless it says otherwise', () => {
    expect(readPrice('49.90 EUR', 'EUR')).toEqual({ minor: 4990, currency: null });
    expect(readPrice('49.90 USD', 'EUR')).toEqual({ minor: 4990, currency: 'USD' });
    expect(writePrice({ minor: 4990, currency: 'EUR' }, 'EUR')).toBe('49.90');
    expect(writePrice({ minor: 4990, currency: 'USD' }, 'EUR')).toBe('49.90 USD');
  });
});
