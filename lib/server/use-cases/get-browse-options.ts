import 'server-only';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import { colourFamilies } from '#lib/domain/colour-family.ts';
import { bySize } from '#lib/domain/size-order.ts';
import { db } from '#lib/server/db.ts';
import { listBrowseOptions } from '#lib/server/repositories/garment-listings.ts';

/** More than this is no choice any more; what is left out can still be searched for. */
const MOST = 60;

/** Public: what the filters offer. */
export async function getBrowseOptions(): Promise<BrowseOptions> {
  const { colours, sizes, shops } = await listBrowseOptions(db(), MOST);
  return {
    colours: colourFamilies.filter((family) => colours.includes(family)),
    sizes: sizes.toSorted(bySize),
    shops: shops.map(({ slug, name, tagline }) => ({ slug, name, tagline })),
    currencies: [...new Set(shops.map(({ currency }) => currency))].sort(),
  };
}
