import 'server-only';
import type { VariantBody } from '#lib/contracts/garment-edit.ts';
import { parsePrice } from '#lib/domain/money.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import type { VariantColumns } from '#lib/server/repositories/shop-garments.ts';

/** What the editor typed, as it is stored. */

/** @throws AppError invalid_input with the sentence for the field, `price` unless told otherwise. */
export function readPrice(text: string, currency: string, field = 'price'): number {
  const minor = parsePrice(text, currency);
  if (minor === null) {
    const message = `Write the price as a number, for example 49.90 (${currency}).`;
    throw new AppError('invalid_input', message, { fields: { [field]: message } });
  }
  return minor;
}

/** Throws like `readPrice`. */
export const toVariantColumns = (
  rows: readonly VariantBody[],
  currency: string,
): VariantColumns[] =>
  rows.map(({ price, externalId, ...row }, index) => ({
    ...row,
    externalId: externalId || null,
    priceMinor: price ? readPrice(price, currency, `variants.${index}.price`) : null,
  }));

/** One of each, however they are written; the first stands. */
export function distinctTags(tags: readonly string[]): string[] {
  const byWord = new Map<string, string>();
  for (const tag of tags) {
    const word = tag.toLowerCase();
    if (!byWord.has(word)) byWord.set(word, tag);
  }
  return [...byWord.values()];
}
