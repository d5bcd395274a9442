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

/**
 * Reads what a merchant types ("49", "49.9", "49,90") as minor units; null when it is no price.
 */
export function parsePrice(text: string, currency: string): number | null {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  const match = /^(\d{1,7})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  return Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
}
