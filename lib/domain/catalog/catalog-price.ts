import type { CatalogPrice } from '../catalog-item.ts';
import { fractionDigits, parsePrice } from '../money.ts';

/** Whose sign it is; of several, the shop's own counts, and else the first. */
const signs: Record<string, string[]> = {
  '€': ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₺': ['TRY'],
  '₩': ['KRW'],
  '₪': ['ILS'],
  US$: ['USD'],
  CA$: ['CAD'],
  A$: ['AUD'],
  R$: ['BRL'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  lei: ['RON'],
  fr: ['CHF'],
  sfr: ['CHF'],
};

const isoCodes = new Set(Intl.supportedValuesOf('currency'));

/**
 * Reads a price as files have it: "49.90", "1.234,50", "1'234.50 CHF", "49.90 EUR", "€ 49,-". Null when
 * it is none, or could be two. A currency stands in the answer only if it stands in the text.
 * @param shopCurrency ISO 4217; settles "kr", and what a file without currencies counts in
 */
export function readCatalogPrice(text: string, shopCurrency: string): CatalogPrice | null {
  const match = /^([^\d.,+-]*)([\d.,'’\s]*\d[\d.,'’\s]*?)(?:[.,][-–—])?([^\d.,]*\.?)$/u.exec(
    text.replace(/[\u00a0\u202f\u2009]/g, ' ').trim(),
  );
  if (!match) return null;
  const [, before = '', number = '', after = ''] = match;
  const named = (before + after).replace(/[\s.]/g, '');
  const currency = named === '' ? null : currencyOf(named, shopCurrency);
  if (named !== '' && !currency) return null;
  const plain = plainNumber(number.trim(), fractionDigits(currency ?? shopCurrency));
  const minor = plain === null ? null : parsePrice(plain, currency ?? shopCurrency);
  return minor === null ? null : { minor, currency };
}

function currencyOf(name: string, shopCurrency: string): string | null {
  const code = name.toUpperCase();
  if (isoCodes.has(code)) return code;
  const owners = signs[code] ?? signs[name.toLowerCase()];
  if (!owners) return null;
  return owners.includes(shopCurrency) ? shopCurrency : (owners[0] ?? null);
}

/** Without thousands separators and with a point for the fraction. */
function plainNumber(text: string, digits: number): string | null {
  const compact = text.replace(/(?<=\d)[\s'’](?=\d{3}(?!\d))/gu, '');
  if (!/^[\d.,]*\d$/.test(compact)) return null;
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  if (last < 0) return compact;
  const separator = compact[last] ?? '';
  const other = separator === '.' ? ',' : '.';
  const isOnly = compact.indexOf(separator) === last && !compact.includes(other);
  const tail = compact.slice(last + 1);
  // Three digits after the only separator are thousands, unless the currency has three itself or
  // there is nothing to count thousands of.
  const isFraction = isOnly
    ? tail.length !== 3 || digits === 3 || /^0?$/.test(compact.slice(0, last))
    : compact.indexOf(separator) === last;
  const whole = isFraction ? compact.slice(0, last) : compact;
  if (!/^\d*$/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  if (/\./.test(whole) && /,/.test(whole)) return null;
  const units = whole.replace(/[.,]/g, '') || '0';
  if (!isFraction) return units;
  const fraction = tail.replace(/0+$/, '');
  return fraction === '' ? units : `${units}.${fraction}`;
}
