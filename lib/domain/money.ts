/** Money is integer minor units with an ISO 4217 currency. */
export interface Money {
  minor: number;
  currency: string;
}

/** For people, e.g. `€ 49.00` → "€49.00". */
export function formatMoney({ minor, currency }: Money, locale = 'en-IE'): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

/** "€" for EUR, and the code itself where a currency has no sign of its own. */
export function currencySymbol(currency: string, locale = 'en-IE'): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** "49.00": with a point, whatever the language. */
export function decimalText({ minor, currency }: Money): string {
  const digits = fractionDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** How many digits of a currency are minor units: 2 of EUR, 0 of JPY. */
export function fractionDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

/** A format takes longer to make than thousands of prices to read. */
const digitsByCurrency = new Map<string, number>();

/**
 * Reads what a merchant types ("49", "49.9", "49,90") as minor units; null when it is no price.
 */
export function parsePrice(text: string, currency: string): number | null {
  const digits = fractionDigits(currency);
  const match = /^(\d{1,7})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  return Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
}
