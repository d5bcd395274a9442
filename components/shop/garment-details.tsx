import Link from 'next/link';
import { FavouriteButton } from '#components/favourites/favourite-button.tsx';
import { SizeAdvice } from '#components/sizes/size-advice.tsx';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import { browseHref } from '#lib/domain/browse.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { categoryLabel } from '#lib/words/browse.ts';
import { garmentWords } from '#lib/words/shop.ts';
import { AddToBag } from './add-to-bag.tsx';
import { ColourLinks } from './colour-links.tsx';
import { SizeChartTable } from './size-chart-table.tsx';
import { SizePicker } from './size-picker.tsx';

const SIZES_ID = 'sizes';

/** Only what the button needs goes to the browser a second time. */
export const toBuy = ({ slug, title, colour, variants }: GarmentPage) => ({
  slug,
  title,
  colour,
  variants,
});

interface GarmentIntroProps {
  garment: GarmentPage;
  /** Before it is in the shop it can be neither kept nor bought. */
  isPreview?: boolean;
}

/** What one must know before pressing the button: whose, what, how much, which sizes. */
export function GarmentIntro({ garment, isPreview = false }: GarmentIntroProps) {
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-soft">
        <Link href={browseHref({ shops: [garment.shop.slug] })} className="text-link">
          {garment.shop.name}
        </Link>
        {garment.category && (
          <>
            ,{' '}
            <Link href={browseHref({ category: garment.category })} className="text-link">
              {categoryLabel[garment.category].toLowerCase()}
            </Link>
          </>
        )}
      </p>
      <h1 className="font-display text-title tracking-[-0.015em] text-balance">{garment.title}</h1>
      <div className="flex flex-wrap items-center gap-x-3">
        <p className="text-lg tabular-nums">{formatMoney(garment.price)}</p>
        {!isPreview && <FavouriteButton garment={{ slug: garment.slug, title: garment.title }} />}
      </div>
      <ColourLinks colours={garment.colours} slug={garment.slug} />
      {garment.variants.length > 0 && (
        <>
          <SizePicker
            id={SIZES_ID}
            variants={garment.variants}
            sizeChart={garment.sizeChart}
            price={garment.price}
          />
          <SizeAdvice garment={garment} />
          {!isPreview && (
            // Nearer to "Try it on" than the page's rhythm would have it: the two belong together.
            <div className="-mb-4">
              <AddToBag garment={toBuy(garment)} sizesId={SIZES_ID} />
            </div>
          )}
        </>
      )}
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
        <Fact name={garmentWords.colour} value={colour} />
        <Fact name={garmentWords.material} value={material} />
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
