'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { SizeChartTable } from '#components/shop/size-chart-table.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { kindOf } from '#lib/domain/category.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { colourFamilyLabel } from '#lib/words/browse.ts';
import { kindWords } from '../kind-words.ts';
import { ModelSection } from '../on-models/model-section.tsx';
import { sentPicture } from '../sent-picture-of.ts';
import { useShop } from '../shop-context.tsx';
import { StatusBadge } from '../status-badge.tsx';
import { EditorFrame } from './editor-frame.tsx';

/** The garment for those who may look and not change: all that the editor has, as text. */
export function GarmentSheet({ garment }: { garment: EditableGarment }) {
  const { title, description, status, slug, variants, sizeChart, colours } = garment;
  const { path } = useShop();
  const live = status === 'ACTIVE';
  return (
    <EditorFrame title={title}>
      <ReadOnly>
        You may look at this garment but not change it. An owner of the shop can make you an editor.
      </ReadOnly>
      <SheetPictures garment={garment} />
      {garment.category && (
        <ModelSection
          garmentId={garment.id}
          title={title}
          sentId={sentPicture(garment)?.id ?? null}
        />
      )}
      <section className="grid gap-4">
        <SectionHeading actions={<StatusBadge status={status} />}>Details</SectionHeading>
        {description && (
          <p className="max-w-prose text-pretty whitespace-pre-line">{description}</p>
        )}
        <dl className="grid max-w-prose text-sm">
          {facts(garment).map(([name, value]) => (
            <div
              key={name}
              className="grid grid-cols-[8rem_1fr] gap-4 border-t border-line py-3 last:border-b"
            >
              <dt className="text-ink-soft">{name}</dt>
              <dd className="wrap-anywhere">{value || '–'}</dd>
            </div>
          ))}
        </dl>
        <Link
          href={live ? `/garments/${slug}` : `${path}/garments/${garment.id}/preview`}
          className="inline-flex min-h-11 items-center justify-self-start text-sm text-link"
        >
          {live ? 'See it as shoppers do' : 'Preview as shoppers would see it'}
        </Link>
      </section>
      {variants.length > 0 && <SheetSizes garment={garment} />}
      {sizeChart && <SizeChartTable chart={sizeChart} />}
      {colours.length > 0 && (
        <section className="grid gap-3">
          <SectionHeading>In other colours</SectionHeading>
          <ul className="grid justify-items-start text-sm">
            {colours.map((other) => (
              <li key={other.id}>
                <Link
                  href={`${path}/garments/${other.id}`}
                  className="inline-flex min-h-11 items-center text-link"
                >
                  {[other.title, other.colour].filter(Boolean).join(', ')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </EditorFrame>
  );
}

/** For a viewer who asks for a new one. */
export function NoNewGarment() {
  return (
    <EditorFrame title="New garment">
      <ReadOnly>
        You may look at this shop but not add to it. An owner of the shop can make you an editor.
      </ReadOnly>
    </EditorFrame>
  );
}

function ReadOnly({ children }: { children: ReactNode }) {
  return <Notice title="Read only">{children}</Notice>;
}

function facts(garment: EditableGarment): [name: string, value: string][] {
  const { category, price, colour, colourFamily, material, productType, tags } = garment;
  const family = colourFamily ? ` (${colourFamilyLabel[colourFamily]})` : '';
  return [
    ['Kind', kindWords[kindOf(category)].name],
    ['Price', formatMoney(price)],
    ['Colour', colour && `${colour}${family}`],
    ['Material', material],
    ['Product type', productType],
    ['Tags', tags.join(', ')],
  ];
}

function SheetPictures({ garment: { pictures, pinnedPictureId } }: { garment: EditableGarment }) {
  const forTryOn = sentPicture({ pictures, pinnedPictureId });
  if (pictures.length === 0) return <p className="text-sm text-ink-soft">No pictures yet.</p>;
  return (
    <ul aria-label="Pictures of this garment" className="grid grid-cols-2 gap-4 sm:grid-cols-4">
      {pictures.map((picture, index) => (
        <li key={picture.id} className="grid content-start gap-1.5">
          <Picture
            picture={picture}
            alt={picture.alt || `Picture ${index + 1}`}
            sizes="(min-width: 40rem) 14rem, 46vw"
          />
          {picture.id === forTryOn?.id && (
            <Badge tone="info" className="justify-self-start">
              For try-ons
            </Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

function SheetSizes({ garment: { variants, price } }: { garment: EditableGarment }) {
  return (
    <section className="grid gap-3">
      <SectionHeading>Sizes and stock</SectionHeading>
      <div className="relative overflow-x-auto">
        <table className="w-full text-left text-sm tabular-nums">
          <thead>
            <tr className="border-b border-line-strong text-label text-ink-soft">
              {['Size', 'SKU', 'Barcode', 'Price', 'Stock', 'Checkout ID'].map((name) => (
                <th key={name} scope="col" className="py-2 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {variants.map((variant) => (
              <tr key={variant.id} className="border-b border-line">
                <th scope="row" className="py-3 pr-4 font-medium">
                  {variant.size}
                </th>
                {[
                  ['sku', variant.sku],
                  ['barcode', variant.barcode],
                  ['price', formatMoney(variant.price ?? price)],
                  ['stock', String(variant.stock)],
                  ['id', variant.externalId],
                ].map(([key, value]) => (
                  <td key={key} className="py-3 pr-4 whitespace-nowrap">
                    {value || '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
