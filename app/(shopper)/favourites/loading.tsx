import { KeptTabs } from '#components/favourites/kept-tabs.tsx';
import { GarmentGridSkeleton } from '#components/shop/garment-grid.tsx';
import { PageSkeleton } from '#components/shop/page-skeleton.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { favouriteWords } from '#lib/words/favourites.ts';

export default function FavouritesLoading() {
  const heading = (
    <>
      <PageHeading title={favouriteWords.title} lead={favouriteWords.lead} />
      <KeptTabs here="garments" />
    </>
  );
  return (
    <PageSkeleton heading={heading} label={favouriteWords.loading}>
      <GarmentGridSkeleton count={4} />
    </PageSkeleton>
  );
}
