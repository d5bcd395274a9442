'use client';

import Link from 'next/link';
import { Picture } from '#components/ui/picture.tsx';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { kindWords } from './kind-words.ts';
import { ReadinessBadge } from './readiness-badge.tsx';
import { useShop } from './shop-context.tsx';
import { StatusBadge } from './status-badge.tsx';

// One time zone for server and browser, or the two would print different days.
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The shop's garments. On a phone kind and price stand under the title. */
export function GarmentTable({ garments }: { garments: MerchantGarment[] }) {
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">Garments of your shop, last changed first</caption>
      <thead>
        <tr className="border-b border-line-strong text-left text-label text-ink-soft">
          <th scope="col" className="w-16 py-2 pr-3 font-medium">
            <span className="sr-only">Picture</span>
          </th>
          <th scope="col" className="py-2 pr-3 font-medium">
            Title
          </th>
          <th scope="col" className="hidden py-2 pr-3 font-medium sm:table-cell">
            Kind
          </th>
          <th scope="col" className="hidden py-2 pr-3 text-right font-medium sm:table-cell">
            Price
          </th>
          <th scope="col" className="hidden py-2 pl-3 font-medium sm:table-cell">
            For try-ons
          </th>
          <th scope="col" className="py-2 font-medium max-sm:text-right sm:pl-3">
            Status
          </th>
          <th scope="col" className="hidden py-2 pl-3 text-right font-medium md:table-cell">
            Updated
          </th>
        </tr>
      </thead>
      <tbody>
        {garments.map((garment) => (
          <GarmentRow key={garment.id} garment={garment} />
        ))}
      </tbody>
    </table>
  );
}

function GarmentRow({ garment }: { garment: MerchantGarment }) {
  const { path } = useShop();
  const { name: kind } = kindWords[garment.category];
  const price = formatMoney(garment.price);
  const unseen = garment.images.length > 0 && garment.readiness === 'NO_PICTURE';
  const readiness = unseen ? null : garment.readiness;
  return (
    // The title's link covers the row, so that the whole row is its target.
    <tr className="relative border-b border-line transition-colors hover:bg-raised">
      <td className="py-2 pr-3 align-middle">
        <Picture picture={garment.images[0] ?? null} alt="" sizes="3.25rem" className="w-13" />
      </td>
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        <Link
          href={`${path}/garments/${garment.id}`}
          className="font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {garment.title}
        </Link>
        {garment.colour && <span className="block text-label text-ink-soft">{garment.colour}</span>}
        <span className="block text-label text-ink-soft sm:hidden">
          {kind} · <span className="tabular-nums">{price}</span>
        </span>
        {readiness !== 'READY' && (
          <ReadinessBadge readiness={readiness} className="mt-1 sm:hidden" />
        )}
      </th>
      <td className="hidden py-2 pr-3 text-ink-soft sm:table-cell">{kind}</td>
      <td className="hidden py-2 pr-3 text-right tabular-nums sm:table-cell">{price}</td>
      <td className="hidden py-2 pl-3 sm:table-cell">
        <ReadinessBadge readiness={readiness} />
      </td>
      <td className="py-2 max-sm:text-right sm:pl-3">
        <StatusBadge status={garment.status} />
      </td>
      <td className="hidden py-2 pl-3 text-right whitespace-nowrap text-ink-soft tabular-nums md:table-cell">
        <time dateTime={garment.updatedAt}>{day.format(new Date(garment.updatedAt))}</time>
      </td>
    </tr>
  );
}
