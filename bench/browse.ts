import { type Browse, everything, naturalSort } from '#lib/domain/browse.ts';
import { type BrowseCursor, printCursor } from '#lib/domain/browse-cursor.ts';
import { colourFamilies } from '#lib/domain/colour-family.ts';
import {
  type CrowdedShops,
  categories,
  colours,
  cuts,
  letters,
  nouns,
  pick,
  waists,
} from './crowded-shops.ts';
import type { Findings } from './report.ts';
import { note, p95InThirds, summaries, summary, timed } from './times.ts';

const EACH = 10;
const PAGE_SIZE = 24;

type Random = () => number;
type Ask = (shops: CrowdedShops, random: Random) => Partial<Browse>;

const colour = (random: Random) => pick(colourFamilies.slice(0, -1), random);
const word =
  (from: number, to: number): Ask =>
  ({ words }, random) => ({ q: pick(words.slice(from, to), random) });

const searches: Record<string, Ask> = {
  everything: () => ({}),
  'one kind': (_, random) => ({ category: pick(categories, random) }),
  'kind, colour and price': (_, random) => {
    const priceFrom = 2_000 + Math.floor(random() * 15_000);
    return {
      category: pick(categories, random),
      colours: [colour(random)],
      priceFrom,
      priceTo: priceFrom + 3_000,
      sort: pick(['newest', 'price-up', 'price-down'], random),
    };
  },
  'a size that the kind has': (_, random) => ({
    category: 'UPPER_BODY',
    sizes: [pick(letters, random)],
  }),
  'a size that it has not': (_, random) => ({ category: 'DRESS', sizes: [pick(waists, random)] }),
  'a shop that lies fallow': ({ shops }, random) => ({
    shops: [
      pick(
        shops.filter(({ old }) => old),
        random,
      ).slug,
    ],
  }),
  'that, in one kind and colour': ({ shops }, random) => ({
    shops: [
      pick(
        shops.filter(({ old }) => old),
        random,
      ).slug,
    ],
    category: pick(categories, random),
    colours: [colour(random)],
  }),
  'common words': (_, random) => ({
    q: `${pick(cuts, random)} ${pick(nouns[pick(categories, random)], random)}`,
  }),
  'colour and kind in words': (_, random) => ({
    q: `${pick(colours, random)} ${pick(nouns[pick(categories, random)], random)}`,
  }),
  'a rare word': word(2_000, 4_000),
  'a rare word among others': ({ words }, random) => ({
    q: `${pick(cuts, random)} ${pick(words.slice(300, 2_000), random)}`,
    category: pick(categories, random),
  }),
  'the beginning of a word': ({ words }, random) => ({
    q: pick(words, random).slice(0, 3),
    sort: pick(['relevance', 'newest'], random),
  }),
  'words that never meet': ({ words }, random) => ({
    q: `${pick(words.slice(1_500), random)} ${pick(words.slice(1_500), random)}`,
  }),
  'a mistyped word': (_, random) => ({
    q: `${pick(colours, random)} ${mistyped(pick(nouns[pick(categories, random)], random), random)}`,
  }),
  'a word of no language': (_, random) => ({
    q: Array.from({ length: 9 }, () => pick([...'qxjwyhc'], random)).join(''),
  }),
};

/** Two letters in each other's place. */
function mistyped(text: string, random: Random): string {
  const at = 1 + Math.floor(random() * (text.length - 2));
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

/**
 * Each kind of search is asked many times, with other words and filters each time; then the same again
 * from a place anywhere in the list, as whoever pages on would.
 */
export async function measureBrowse(shops: CrowdedShops, random: Random): Promise<Findings> {
  // Loaded only now: the server's code reads its variables when it loads.
  const { listGarments } = await import('#lib/server/use-cases/list-garments.ts');
  const { getBrowseOptions } = await import('#lib/server/use-cases/get-browse-options.ts');
  const { db } = await import('#lib/server/db.ts');

  const places = await db().garmentListing.findMany({
    select: { garmentId: true, listedAt: true, priceMinor: true },
    orderBy: { garmentId: 'asc' },
    take: 1_000,
  });
  const somewhere = (sort: Browse['sort']): string => {
    const { garmentId: id, listedAt, priceMinor } = pick(places, random);
    return printCursor(placeOf(sort, id, listedAt.toISOString(), priceMinor, random() < 0.5));
  };

  const first: Record<string, number[]> = {};
  const later: Record<string, number[]> = {};
  const offered: number[] = [];
  // Round by round, so that what else the machine does falls on all of them.
  for (let round = -3; round < EACH; round += 1) {
    for (const [name, ask] of Object.entries(searches)) {
      const asked = { ...everything, limit: PAGE_SIZE, ...ask(shops, random) };
      const browse = {
        ...asked,
        sort: asked.sort === 'newest' ? naturalSort(asked.q) : asked.sort,
      };
      const cursor = somewhere(browse.sort);
      const firstMs = await timed(() => listGarments({ ...browse, counted: true }));
      const laterMs = await timed(() => listGarments({ ...browse, cursor }));
      const offeredMs = await timed(() => getBrowseOptions(browse));
      // The first rounds are for warming up.
      if (round < 0) continue;
      note(first, name, firstMs);
      note(later, name, laterMs);
      offered.push(offeredMs);
    }
  }
  const figure = (what: string, times: Record<string, number[]>) => {
    const rounds = p95InThirds(times);
    return { row: 'P8' as const, what, unit: 'ms p95', rounds, target: { atMost: 50 } };
  };
  const figures = [
    figure('first page of all garments', first),
    figure('a page from anywhere in the list', later),
  ];
  const tables = [
    { title: 'first page of all garments, counted, ms', rows: summaries(first) },
    { title: 'a page from a place anywhere in the list, ms', rows: summaries(later) },
    { title: 'what the filters offer, ms', rows: { all: summary(offered) } },
  ];
  return { figures, tables };
}

function placeOf(
  sort: Browse['sort'],
  id: string,
  listedAt: string,
  priceMinor: number,
  near: boolean,
): BrowseCursor {
  switch (sort) {
    case 'newest':
      return { by: sort, listedAt, id };
    case 'relevance':
      return { by: sort, near, listedAt, id };
    case 'price-up':
    case 'price-down':
      return { by: sort, priceMinor, id };
  }
}
