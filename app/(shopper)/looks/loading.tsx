import { KeptTabs } from '#components/favourites/kept-tabs.tsx';
import { GarmentGridSkeleton } from '#components/shop/garment-grid.tsx';
import { PageSkeleton } from '#components/shop/page-skeleton.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { looksWords } from '#lib/words/looks.ts';

export default function LooksLoading() {
  const heading = (
    <>
      <PageHeading title={looksWords.title} />
      <KeptTabs here="looks" />
    </>
  );
  return (
    <PageSkeleton heading={heading} label={looksWords.loading}>
      <GarmentGridSkeleton count={4} />
    </PageSkeleton>
  );
}
