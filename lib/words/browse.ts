import type { GarmentSort } from '#lib/domain/browse.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { ColourFamily } from '#lib/domain/colour-family.ts';

/** Searching, filtering and reading the list of garments. */

export const categoryLabel: Record<GarmentCategory, string> = {
  UPPER_BODY: 'Tops',
  LOWER_BODY: 'Bottoms',
  DRESS: 'Dresses',
};

export const colourFamilyLabel: Record<ColourFamily, string> = {
  white: 'White and cream',
  black: 'Black',
  grey: 'Grey',
  beige: 'Beige',
  brown: 'Brown',
  yellow: 'Yellow',
  orange: 'Orange and rust',
  red: 'Red',
  pink: 'Pink',
  purple: 'Purple',
  blue: 'Blue',
  green: 'Green',
  mixed: 'Many colours',
};

export const garmentSortLabel: Record<GarmentSort, string> = {
  relevance: 'Best match',
  newest: 'Newest first',
  'price-up': 'Price, low to high',
  'price-down': 'Price, high to low',
};

export const browseWords = {
  title: 'Garments',
  titleOfSearch: (q: string, kind: string) => `${q}: ${kind.toLowerCase()}`,
  description: 'Browse the garments of all shops, and see each one on yourself.',
  form: 'Garments',
  /** Heads the list for those who hear the page. */
  found: 'What there is',
  search: 'Search the garments',
  searchExample: 'Try “navy”, or “linen skirt”',
  searchButton: 'Search',
  kinds: 'Kinds of garment',
  everyKind: 'Everything',
  sortBy: 'Sort by',
  filters: 'Filters',
  filtersSet: (count: number) => (count > 0 ? `Filters (${count})` : 'Filters'),
  firstPage: 'Back to the first page',
} as const;

export const filterWords = {
  title: 'Filters',
  close: 'Close',
  colour: 'Colour',
  size: 'Size in stock',
  price: 'Price',
  /** @param symbol of the one currency that all shops have; null when they have several. */
  from: (symbol: string | null) => (symbol ? `From ${symbol}` : 'From'),
  to: (symbol: string | null) => (symbol ? `To ${symbol}` : 'To'),
  /** @param currencies ISO 4217 */
  ownCurrency: (currencies: string) =>
    `Amounts are compared as each shop writes them, in ${currencies}.`,
  shop: 'Shop',
  show: 'Show garments',
  clear: 'Clear',
} as const;

export const activeFilterWords = {
  label: 'Chosen filters',
  search: (q: string, literal: boolean) => (literal ? `Exactly “${q}”` : `“${q}”`),
  size: (size: string) => `Size ${size}`,
  upTo: (price: string) => `Up to ${price}`,
  from: (price: string) => `From ${price}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  takeAway: ': take away',
} as const;

/** As people write what a search knows in one word. */
const spelled = (words: string) => words.replace(/\btshirt/g, 'T-shirt');
const together = new Intl.ListFormat('en-IE', { type: 'conjunction' });

export const resultWords = {
  readAs: (typed: string, read: string) =>
    `Nothing is called “${typed}”. This is what there is for “${spelled(read)}”.`,
  alsoRead: (others: string[]) =>
    `Garments called ${together.format(others.map((one) => `“${spelled(one)}”`))} are here as well.`,
  literal: 'Only garments with these very words are here.',
  literally: (typed: string) => `Search for exactly “${typed}”`,
  widely: 'Search for similar words as well',
  count: (count: number) => (count === 1 ? '1 garment' : `${count} garments`),
  moreThan: (count: number) => `More than ${count.toLocaleString('en-IE')} garments`,
} as const;

export const moreWords = {
  more: 'Show more',
  again: 'Try again',
  loading: 'Loading more garments',
  shown: (count: number) => `${count} more garments are shown`,
  all: 'That is all of them.',
} as const;

export const noGarmentsWords = {
  title: (q: string) => (q ? `Nothing found for “${q}”` : 'Nothing here just now'),
  withoutFilters: 'Search without filters',
  everything: 'Show everything',
  filtered: 'No garment fits all that you have chosen. Take a filter away, and there may be one.',
  searched:
    'Try fewer words, or another word for the same thing: a colour, a cloth, a kind of garment.',
  literal: 'No garment has these very words.',
  empty: 'No shop has published a garment yet. Come back a little later.',
} as const;
