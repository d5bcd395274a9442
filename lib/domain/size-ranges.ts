import type { GarmentCategory } from './category.ts';

/** Ranges of sizes that shops use, by what they are used for. */
export interface SizeRange {
  name: string;
  sizes: readonly string[];
}

const evenNumbers = (from: number, to: number, prefix = '') =>
  Array.from({ length: (to - from) / 2 + 1 }, (_, index) => `${prefix}${from + 2 * index}`);

const letters: SizeRange = { name: 'XS–XL', sizes: ['XS', 'S', 'M', 'L', 'XL'] };
const european: SizeRange = { name: '34–46', sizes: evenNumbers(34, 46) };
const jeans: SizeRange = { name: 'W26–W36', sizes: evenNumbers(26, 36, 'W') };
const one: SizeRange = { name: 'One size', sizes: ['One size'] };

export const sizeRanges: Record<GarmentCategory, readonly SizeRange[]> = {
  UPPER_BODY: [letters, european, one],
  LOWER_BODY: [letters, european, jeans],
  DRESS: [letters, european, one],
};
