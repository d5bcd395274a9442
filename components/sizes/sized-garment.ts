import type { GarmentPage, SizeChart } from '#lib/contracts/garment.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { SizeStock } from '#lib/words/sizes.ts';

/** What size advice needs to know of a garment. */
export interface SizedGarment {
  chart: SizeChart;
  category: GarmentCategory;
  variants: GarmentPage['variants'];
}

/** A chart may list sizes that the shop does not have. */
export function stockOf({ variants }: SizedGarment, size: string): SizeStock {
  const variant = variants.find((one) => one.size === size);
  if (!variant) return 'not_offered';
  return variant.inStock ? 'in_stock' : 'sold_out';
}
