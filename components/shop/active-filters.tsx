import { X } from 'lucide-react';
import Link from 'next/link';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import { type Browse, browseHref } from '#lib/domain/browse.ts';
import { colourFamilyLabel } from '#lib/domain/colour-family.ts';
import { formatMoney } from '#lib/domain/money.ts';

interface ActiveFiltersProps {
  browse: Browse;
  shops: BrowseOptions['shops'];
}

/** What the list is narrowed by; each is a link to the list without it. */
export function ActiveFilters({ browse, shops }: ActiveFiltersProps) {
  const { q, colours, sizes, shops: chosen, priceFrom, priceTo } = browse;
  const without = <T,>(all: T[], one: T) => all.filter((other) => other !== one);
  const filters = [
    ...(q ? [{ name: `“${q}”`, href: browseHref({ q: '' }, browse) }] : []),
    ...colours.map((colour) => ({
      name: colourFamilyLabel[colour],
      href: browseHref({ colours: without(colours, colour) }, browse),
    })),
    ...sizes.map((size) => ({
      name: `Size ${size}`,
      href: browseHref({ sizes: without(sizes, size) }, browse),
    })),
    ...chosen.map((slug) => ({
      name: shops.find((shop) => shop.slug === slug)?.name ?? slug,
      href: browseHref({ shops: without(chosen, slug) }, browse),
    })),
    ...(priceFrom !== null || priceTo !== null
      ? [
          {
            name: priceWords(priceFrom, priceTo),
            href: browseHref({ priceFrom: null, priceTo: null }, browse),
          },
        ]
      : []),
  ];
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Chosen filters" className="flex flex-wrap gap-2">
      {filters.map(({ name, href }) => (
        <li key={href}>
          <Link
            href={href}
            scroll={false}
            className="flex min-h-11 max-w-72 items-center gap-2 rounded-control border border-line bg-raised px-3 text-sm hover:border-ink"
          >
            <span className="truncate">{name}</span>
            <X aria-hidden className="size-4 shrink-0 text-ink-soft" />
            <span className="sr-only">: take away</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function priceWords(from: number | null, to: number | null): string {
  const money = (minor: number) => formatMoney({ minor, currency: 'EUR' });
  if (from === null) return `Up to ${money(to ?? 0)}`;
  return to === null ? `From ${money(from)}` : `${money(from)} to ${money(to)}`;
}
