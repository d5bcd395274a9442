import { describe, expect, it } from 'vitest';
import { currencySymbol, formatMoney, parsePrice } from './money.ts';

describe('prices', () => {
  it.each([
    ['49', 4900],
    ['49.9', 4990],
    ['49,90', 4990],
    [' 0.05 ', 5],
  ])('reads %s as %i cents', (text, minor) => {
    expect(parsePrice(text, 'EUR')).toBe(minor);
  });

  it.each(['', 'free', '4.999', '-3', '1e3', '12345678'])(
    'does not take "%s" for a price',
    (text) => {
      expect(parsePrice(text, 'EUR')).toBeNull();
    },
  );

  it('knows currencies without cents', () => {
    expect(parsePrice('1200', 'JPY')).toBe(1200);
    expect(parsePrice('12.5', 'JPY')).toBeNull();
    expect(formatMoney({ minor: 1200, currency: 'JPY' })).toContain('1,200');
  });

  it('writes cents', () => {
    expect(formatMoney({ minor: 4990, currency: 'EUR' })).toBe('€49.90');
  });

  it('have the sign of their currency, or its code', () => {
    expect(currencySymbol('EUR')).toBe('€');
    expect(currencySymbol('SEK')).toBe('SEK');
  });
});
