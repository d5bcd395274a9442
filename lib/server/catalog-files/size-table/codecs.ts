import 'server-only';
import { oneLine, readCode, readCount, writeCode } from '#lib/domain/catalog/cell-values.ts';
import { sizeOf } from '#lib/domain/catalog/option-words.ts';
import type { CatalogPrice } from '#lib/domain/catalog-item.ts';
import { htmlToText, textToHtml } from '../html-text.ts';
import { readPrice, samePrice, writePrice } from '../prices.ts';
import { quoted } from '../problems.ts';
import type { Codec } from './line.ts';

/** How values are written that are written the same everywhere. */

export const lineCodec: Codec<string> = { read: oneLine, write: (text) => text };

export const codeCodec: Codec<string> = { read: readCode, write: writeCode };

export const descriptionCodec: Codec<string> = { read: htmlToText, write: textToHtml };

/** @param oneSize what stands there for a garment in one size */
export const sizeCodec = (oneSize: string): Codec<string> => ({
  read: sizeOf,
  write: (size) => size || oneSize,
});

export const stockCodec: Codec<number> = {
  read: (text) => {
    const stock = readCount(text);
    return stock === null || stock < 0 ? undefined : stock;
  },
  write: String,
  advice: (text) =>
    `${quoted(text)} is no number of pieces; it was left out. Write how many there are, like 12.`,
};

export const priceCodec = (
  shopCurrency: string,
  write = writePrice,
): Codec<CatalogPrice | null> => ({
  read: (text) => (text.trim() === '' ? null : (readPrice(text, shopCurrency) ?? undefined)),
  write: (price) => (price ? write(price, shopCurrency) : ''),
  advice: (text) => `${quoted(text)} is no price. Write it like 49.90.`,
  isSame: samePrice(shopCurrency),
});

export const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);
