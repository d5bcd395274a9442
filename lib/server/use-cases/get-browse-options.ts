import 'server-only';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import type { Browse } from '#lib/domain/browse.ts';
import { colourFamilies } from '#lib/domain/colour-family.ts';
import { bySize } from '#lib/domain/size-order.ts';
import { db } from '#lib/server/db.ts';
import { listBrowseOptions } from '#lib/server/repositories/browse-options.ts';

/** More than this is no choice any more; what is left out can still be searched for. */
const MOST = 60;

/** Public: what the filters offer to somebody who looks at this kind and these shops. */
export async function getBrowseOptions(
  browse: Pick<Browse, 'category' | 'shops'>,
): Promise<BrowseOptions> {
  const { colours, sizes, shops } = await listBrowseOptions(db(), browse, MOST);
  return {
    colours: colourFamilies.filter((family) => colours.includes(family)),
    sizes: sizes.toSorted(bySize),
    shops: shops.map(({ slug, name, tagline }) => ({ slug, name, tagline })),
    currencies: [...new Set(shops.map(({ currency }) => currency))].sort(),
  };
}
