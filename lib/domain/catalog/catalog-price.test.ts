import { describe, expect, it } from 'vitest';
import { readCatalogPrice } from './catalog-price.ts';

describe('prices in files', () => {
  it.each([
    ['49', 4900, null],
    ['49.90', 4990, null],
    ['49,90', 4990, null],
    ['49.9', 4990, null],
    ['49.9000', 4990, null],
    ['0.05', 5, null],
    ['.95', 95, null],
    ['1,234.50', 123450, null],
    ['1.234,50', 123450, null],
    ['1 234,50', 123450, null],
    ['1\u202f234,50 €', 123450, 'EUR'],
    ["1'234.50 CHF", 123450, 'CHF'],
    ['1’234.50 Fr.', 123450, 'CHF'],
    ['1.234.567', 123456700, null],
    ['1,299', 129900, null],
    ['1.299', 129900, null],
    ['49.90 EUR', 4990, 'EUR'],
    ['EUR49.90', 4990, 'EUR'],
    ['49.90 usd', 4990, 'USD'],
    ['€ 49', 4900, 'EUR'],
    ['€ 49,-', 4900, 'EUR'],
    ['49,– €', 4900, 'EUR'],
    ['$49.00', 4900, 'USD'],
    ['US$ 49.00', 4900, 'USD'],
    ['199 kr', 19900, 'SEK'],
    ['129,99 zł', 12999, 'PLN'],
    ['4900 JPY', 4900, 'JPY'],
    ['¥4,900', 4900, 'JPY'],
    ['4900.00 JPY', 4900, 'JPY'],
    ['1.234 KWD', 1234, 'KWD'],
    ['0', 0, null],
  ])('reads %j', (text, minor, currency) => {
    expect(readCatalogPrice(text, 'EUR')).toEqual({ minor, currency });
  });

  it.each([
    '',
    'free',
    '-5',
    '-5.00 EUR',
    '4.999,9,9',
    '1,23,456.00',
    '12.345.6',
    '0.999',
    '1e3',
    '49 90',
    '49.90 XYZW',
    '49.90 - 59.90',
    'EUR',
    '12345678',
    '4900.50 JPY',
    '1.000,000.00',
    '#REF!',
  ])('does not take %j for a price', (text) => {
    expect(readCatalogPrice(text, 'EUR')).toBeNull();
  });

  it('takes a sign that several currencies have for the shop’s own', () => {
    expect(readCatalogPrice('$ 20', 'CAD')).toEqual({ minor: 2000, currency: 'CAD' });
    expect(readCatalogPrice('199 kr', 'DKK')).toEqual({ minor: 19900, currency: 'DKK' });
  });

  it('counts in the shop’s currency when the text names none', () => {
    expect(readCatalogPrice('1,200', 'JPY')).toEqual({ minor: 1200, currency: null });
    expect(readCatalogPrice('12.5', 'JPY')).toBeNull();
  });
});
