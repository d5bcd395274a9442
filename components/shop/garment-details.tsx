import type { GarmentPage } from '#lib/contracts/garment.ts';
import { categoryLabel } from '#lib/domain/category.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { SizeChartTable } from './size-chart-table.tsx';

/** What one must know before pressing the button: whose, what, how much, which sizes. */
export function GarmentIntro({ garment }: { garment: GarmentPage }) {
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">
        {garment.shop.name}, {categoryLabel[garment.category].toLowerCase()}
      </p>
      <h1 className="font-display text-title tracking-[-0.015em] text-balance">{garment.title}</h1>
      <p className="text-lg tabular-nums">{formatMoney(garment.price)}</p>
      <Sizes variants={garment.variants} />
    </div>
  );
}

function Sizes({ variants }: Pick<GarmentPage, 'variants'>) {
  if (variants.length === 0) return null;
  return (
    <div className="mt-2 grid gap-1">
      <h2 className="text-sm text-ink-soft">Sizes</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {variants.map(({ size, inStock }) => (
          <li key={size} className={inStock ? undefined : 'text-ink-faint line-through'}>
            {size}
            {!inStock && <span className="sr-only">, sold out</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The rest: what it is like, what it is made of, how it measures. */
export function GarmentStory({ garment }: { garment: GarmentPage }) {
  const { description, colour, material, sizeChart } = garment;
  return (
    <div className="grid gap-8">
      {description && (
        <p className="max-w-prose leading-relaxed text-pretty whitespace-pre-line">{description}</p>
      )}
      <dl className="grid max-w-prose text-sm">
        <Fact name="Colour" value={colour} />
        <Fact name="Material" value={material} />
      </dl>
      {sizeChart && <SizeChartTable chart={sizeChart} />}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (!value) return null;
  return (
    <div className="grid grid-cols-[7rem_1fr] gap-4 border-t border-line py-3 last:border-b">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
