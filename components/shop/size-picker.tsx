'use client';

import { useChosenSize } from '#lib/client/chosen-size.ts';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { sizeWords } from '#lib/words/shop.ts';

type SizePickerProps = Pick<GarmentPage, 'variants' | 'sizeChart' | 'price'> & { id: string };

/** The sizes, and what the chosen one measures. One that is sold out is shown and cannot be chosen. */
export function SizePicker({ id, variants, sizeChart, price }: SizePickerProps) {
  const [chosen, choose] = useChosenSize();
  const variant = variants.find(({ size, inStock }) => size === chosen && inStock);
  return (
    <fieldset id={id} className="mt-2 grid gap-2">
      <legend className="mb-2 text-sm text-ink-soft">{sizeWords.size}</legend>
      <div className="flex flex-wrap gap-2">
        {variants.map(({ size, inStock }) => (
          <label
            key={size}
            className="relative flex min-h-11 min-w-12 items-center justify-center rounded-control border border-line-strong px-3 text-[0.9375rem] has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-disabled:border-line has-disabled:text-ink-faint has-disabled:line-through has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="size"
              value={size}
              disabled={!inStock}
              checked={size === variant?.size}
              onChange={() => choose(size)}
              className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
            />
            {size}
            {!inStock && <span className="sr-only">{sizeWords.soldOut}</span>}
          </label>
        ))}
      </div>
      <p role="status" className="min-h-5 text-sm text-ink-soft">
        {variant
          ? [
              measures(variant.size, sizeChart),
              variant.price.minor === price.minor ? null : formatMoney(variant.price),
            ]
              .filter(Boolean)
              .join('. ')
          : variants.every(({ inStock }) => !inStock) && sizeWords.allSoldOut}
      </p>
    </fieldset>
  );
}

/** "M: chest 104 cm, length 60 cm" */
function measures(size: string, chart: GarmentPage['sizeChart']): string | null {
  const row = chart?.rows.find((one) => one.size === size);
  if (!chart || !row) return null;
  const parts = chart.columns.map((column, index) => {
    const [, name = column, unit = ''] = /^(.*) \((\w+)\)$/.exec(column) ?? [];
    return `${name.toLowerCase()} ${row.values[index]} ${unit}`.trim();
  });
  return sizeWords.measures(size, parts);
}
