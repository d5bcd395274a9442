import { X } from 'lucide-react';
import Link from 'next/link';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import { type Browse, browseHref, printPrice } from '#lib/domain/browse.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { isLiteral, withoutQuotes } from '#lib/domain/search-words.ts';
import { activeFilterWords, colourFamilyLabel } from '#lib/words/browse.ts';

interface ActiveFiltersProps {
  browse: Browse;
  shops: BrowseOptions['shops'];
  /** Of the shops' prices. */
  currencies: string[];
}

/** What the list is narrowed by; each is a link to the list without it. */
export function ActiveFilters({ browse, shops, currencies }: ActiveFiltersProps) {
  const { q, colours, sizes, shops: chosen, priceFrom, priceTo } = browse;
  const without = <T,>(all: T[], one: T) => all.filter((other) => other !== one);
  const filters = [
    ...(q
      ? [
          {
            name: activeFilterWords.search(withoutQuotes(q), isLiteral(q)),
            href: browseHref({ q: '' }, browse),
          },
        ]
      : []),
    ...colours.map((colour) => ({
      name: colourFamilyLabel[colour],
      href: browseHref({ colours: without(colours, colour) }, browse),
    })),
    ...sizes.map((size) => ({
      name: activeFilterWords.size(size),
      href: browseHref({ sizes: without(sizes, size) }, browse),
    })),
    ...chosen.map((slug) => ({
      name: shops.find((shop) => shop.slug === slug)?.name ?? slug,
      href: browseHref({ shops: without(chosen, slug) }, browse),
    })),
    ...(priceFrom !== null || priceTo !== null
      ? [
          {
            name: priceWords(priceFrom, priceTo, currencies),
            href: browseHref({ priceFrom: null, priceTo: null }, browse),
          },
        ]
      : []),
  ];
  if (filters.length === 0) return null;
  return (
    <ul aria-label={activeFilterWords.label} className="flex flex-wrap gap-2">
      {filters.map(({ name, href }) => (
        <li key={href}>
          <Link
            href={href}
            scroll={false}
            className="flex min-h-11 max-w-72 items-center gap-2 rounded-control border border-line bg-raised px-3 text-sm hover:border-ink"
          >
            <span className="truncate">{name}</span>
            <X aria-hidden className="size-4 shrink-0 text-ink-soft" />
            <span className="sr-only">{activeFilterWords.takeAway}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function priceWords(from: number | null, to: number | null, currencies: string[]): string {
  const [currency, ...more] = currencies;
  // An amount of several currencies has no name but its number.
  const money = (minor: number) =>
    currency && more.length === 0 ? formatMoney({ minor, currency }) : printPrice(minor);
  if (from === null) return activeFilterWords.upTo(money(to ?? 0));
  return to === null
    ? activeFilterWords.from(money(from))
    : activeFilterWords.between(money(from), money(to));
}
