import type { Metadata } from 'next';
import { ActiveFilters } from '#components/shop/active-filters.tsx';
import { BrowseControls } from '#components/shop/browse-controls.tsx';
import { GarmentGrid } from '#components/shop/garment-grid.tsx';
import { MoreGarments } from '#components/shop/more-garments.tsx';
import { NoGarments } from '#components/shop/no-garments.tsx';
import { ResultCount } from '#components/shop/result-count.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import {
  type AddressParams,
  type Browse,
  browseHref,
  parseBrowse,
  printBrowse,
} from '#lib/domain/browse.ts';
import { parseCursor } from '#lib/domain/browse-cursor.ts';
import { currentVisitor } from '#lib/server/auth/current-visitor.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { getBrowseOptions } from '#lib/server/use-cases/get-browse-options.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';
import { browseWords, categoryLabel } from '#lib/words/browse.ts';

interface GarmentsPageProps {
  searchParams: Promise<AddressParams>;
}

const PAGE_SIZE = 24;

export async function generateMetadata({ searchParams }: GarmentsPageProps): Promise<Metadata> {
  const params = await searchParams;
  const browse = parseBrowse(params);
  const kind = browse.category ? categoryLabel[browse.category] : browseWords.title;
  // One page for each kind is worth finding; the endless combinations of filters are the same garments.
  const canonical = browseHref({ category: browse.category });
  const plain = browseHref(browse) === canonical && params.cursor === undefined;
  return {
    title: browse.q ? browseWords.titleOfSearch(browse.q, kind) : kind,
    description: browseWords.description,
    alternates: { canonical: publicUrl(canonical) },
    ...(!plain && { robots: { index: false, follow: true } }),
  };
}

export default async function GarmentsPage({ searchParams }: GarmentsPageProps) {
  const params = await searchParams;
  const browse = parseBrowse(params);
  const cursor = cursorOf(params, browse);
  const [list, options] = await Promise.all([
    listGarments({ ...browse, cursor, limit: PAGE_SIZE, counted: true }, await currentVisitor()),
    getBrowseOptions(browse),
  ]);
  const { items, nextCursor, total, readAs, alsoRead } = list;
  const query = printBrowse(browse);
  return (
    <div className="page-width grid gap-8 pt-10 md:pt-14">
      <PageHeading {...headingOf(browse, options)} />
      <BrowseControls browse={browse} options={options} />
      <div className="grid gap-3">
        <ActiveFilters browse={browse} shops={options.shops} currencies={options.currencies} />
        <ResultCount browse={browse} total={total} readAs={readAs} alsoRead={alsoRead} />
      </div>
      {items.length > 0 ? (
        <section aria-labelledby="found">
          <h2 id="found" className="sr-only">
            {browseWords.found}
          </h2>
          <GarmentGrid garments={items} priorityCount={2} />
        </section>
      ) : (
        <NoGarments browse={browse} />
      )}
      {nextCursor && (
        <MoreGarments key={query} query={query} cursor={nextCursor} pageSize={PAGE_SIZE} />
      )}
      {cursor && (
        <LinkButton href={browseHref(browse)} variant="quiet" className="justify-self-center">
          {browseWords.firstPage}
        </LinkButton>
      )}
    </div>
  );
}

/** A place that is none of this list is the beginning of it. */
function cursorOf(params: AddressParams, browse: Browse): string | undefined {
  const cursor = typeof params.cursor === 'string' ? params.cursor : '';
  return parseCursor(cursor, browse.sort) ? cursor : undefined;
}

function headingOf(browse: Browse, { shops }: BrowseOptions) {
  const shop = browse.shops.length === 1 && shops.find(({ slug }) => slug === browse.shops[0]);
  if (shop) return { title: shop.name, lead: shop.tagline };
  return { title: browse.category ? categoryLabel[browse.category] : browseWords.title };
}
