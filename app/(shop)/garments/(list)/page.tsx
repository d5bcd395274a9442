import type { Metadata } from 'next';
import { CategoryLinks } from '#components/shop/category-links.tsx';
import { GarmentGrid } from '#components/shop/garment-grid.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { garmentListQuery } from '#lib/contracts/garment.ts';
import { categoryLabel } from '#lib/domain/category.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';

export const metadata: Metadata = { title: 'Garments' };

interface GarmentsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PAGE_SIZE = 24;

export default async function GarmentsPage({ searchParams }: GarmentsPageProps) {
  // An address that somebody has mistyped shows everything rather than an error.
  const query = garmentListQuery.safeParse(await searchParams);
  const { category, cursor } = query.success ? query.data : {};
  const { items, nextCursor } = await listGarments({ category, cursor, limit: PAGE_SIZE });
  const next = nextCursor && `/garments?${pageQuery(category, nextCursor)}`;
  return (
    <div className="page-width grid gap-8 pt-10 md:pt-14">
      <PageHeading title={category ? categoryLabel[category] : 'Garments'} />
      <CategoryLinks current={category} />
      {items.length > 0 ? (
        <GarmentGrid garments={items} priorityCount={4} />
      ) : (
        <EmptyState
          title="Nothing here yet"
          action={
            <LinkButton href="/garments" variant="secondary">
              Show everything
            </LinkButton>
          }
        >
          No shop has published a garment of this kind.
        </EmptyState>
      )}
      {next && (
        <LinkButton href={next} variant="secondary" className="mt-6 justify-self-center">
          More garments
        </LinkButton>
      )}
    </div>
  );
}

function pageQuery(category: string | undefined, cursor: string): string {
  return new URLSearchParams({ ...(category && { category }), cursor }).toString();
}
