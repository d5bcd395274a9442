import { type GarmentCategory, garmentCategories } from './category.ts';
import { type ColourFamily, colourFamilies, isColourFamily } from './colour-family.ts';
import { searchWords } from './search-words.ts';

/**
 * What somebody asks the shops for, and its address. Reading an address never fails: what is mistyped
 * is left out, and whatever somebody has sent to a friend shows garments. Reading what was printed
 * gives the same again.
 */
export interface Browse {
  /** As typed; see `searchWords` and `isLiteral`. */
  q: string;
  category: GarmentCategory | null;
  /** Any of these; the same for sizes and shops. Empty for all. */
  colours: ColourFamily[];
  /** In stock in one of these. */
  sizes: string[];
  /** Slugs. */
  shops: string[];
  /** Minor units, both included. */
  priceFrom: number | null;
  priceTo: number | null;
  sort: GarmentSort;
}

/** `relevance` needs something to be relevant to: without words it is `newest`. */
export const garmentSorts = ['relevance', 'newest', 'price-up', 'price-down'] as const;
export type GarmentSort = (typeof garmentSorts)[number];

/** As in the address: `colour=blue,green` or `colour=blue&colour=green`. */
export type AddressParams = Record<string, string | string[] | undefined>;

const MAX_CHOICES = 12;
const MAX_QUERY = 200;
const MAX_MINOR = 100_000_000;

export const everything: Browse = {
  q: '',
  category: null,
  colours: [],
  sizes: [],
  shops: [],
  priceFrom: null,
  priceTo: null,
  sort: 'newest',
};

export function parseBrowse(params: AddressParams): Browse {
  const q = oneLine(first(params.q));
  const prices = [readPrice(first(params.min)), readPrice(first(params.max))] as const;
  const [low, high] = prices;
  const turned = low !== null && high !== null && low > high;
  const asked = first(params.sort);
  const sort = garmentSorts.find((one) => one === asked) ?? naturalSort(q);
  return {
    q,
    category: garmentCategories.find((one) => one === first(params.category).toUpperCase()) ?? null,
    colours: choices(params.colour)
      .map((colour) => colour.toLowerCase())
      .filter(isColourFamily)
      .sort((a, b) => colourFamilies.indexOf(a) - colourFamilies.indexOf(b))
      .filter(isFirst),
    sizes: choices(params.size).filter((size) => size.length <= 12),
    shops: choices(params.shop).filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)),
    priceFrom: turned ? high : low,
    priceTo: turned ? low : high,
    sort: sort === 'relevance' ? naturalSort(q) : sort,
  };
}

/** What the list is sorted by unless told otherwise; it is left out of the address. */
export const naturalSort = (q: string): GarmentSort =>
  searchWords(q).length === 0 ? 'newest' : 'relevance';

/** The part of an address after "?", always in the same order; empty for everything. */
export function printBrowse(browse: Browse): string {
  const { q, category, colours, sizes, shops, priceFrom, priceTo, sort } = browse;
  const pairs: [name: string, value: string | null][] = [
    ['q', q],
    ['category', category],
    ['colour', colours.join(',')],
    ['size', sizes.join(',')],
    ['shop', shops.join(',')],
    ['min', printPrice(priceFrom)],
    ['max', printPrice(priceTo)],
    ['sort', sort === naturalSort(q) ? null : sort],
  ];
  return pairs
    .flatMap(([name, value]) =>
      value ? [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`] : [],
    )
    .join('&');
}

export function browseHref(change: Partial<Browse>, before: Browse = everything): string {
  const browse = { ...before, ...change };
  // What was sorted as comes naturally goes on so when words are added or taken away.
  if (change.sort === undefined && before.sort === naturalSort(before.q)) {
    browse.sort = naturalSort(browse.q);
  }
  const query = printBrowse(browse);
  return query ? `/garments?${query}` : '/garments';
}

/** How many filters are set; words and sorting are none. */
export function countFilters(browse: Browse): number {
  const { category, colours, sizes, shops, priceFrom, priceTo } = browse;
  return (
    Number(category !== null) +
    colours.length +
    sizes.length +
    shops.length +
    Number(priceFrom !== null || priceTo !== null)
  );
}

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

function choices(value: string | string[] | undefined): string[] {
  const given = (Array.isArray(value) ? value : [value ?? '']).join(',');
  return given
    .split(',')
    .map(oneLine)
    .filter((choice) => choice !== '')
    .filter(isFirst)
    .slice(0, MAX_CHOICES);
}

const isFirst = <T>(item: T, place: number, all: T[]): boolean => all.indexOf(item) === place;

/** Without control characters and halves of characters, which neither Postgres nor an address can hold. */
function oneLine(text: string): string {
  return text
    .slice(0, MAX_QUERY)
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim();
}

/** "20", "79.5" or "79,50" → minor units. Prices in addresses are in a currency of two decimals. */
function readPrice(text: string): number | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const minor = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return minor <= MAX_MINOR ? minor : null;
}

/** Minor units as they stand in the address and in the fields of the filter. */
export function printPrice(minor: number | null): string {
  if (minor === null) return '';
  return minor % 100 === 0 ? String(minor / 100) : (minor / 100).toFixed(2);
}
