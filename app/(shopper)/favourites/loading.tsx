import { GarmentGridSkeleton } from '#components/shop/garment-grid.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { favouriteWords } from '#lib/words/favourites.ts';

export default function FavouritesLoading() {
  return (
    <div
      role="status"
      aria-label={favouriteWords.loading}
      className="page-width grid gap-10 pt-10 md:pt-14"
    >
      <Skeleton className="h-10 w-56" />
      <GarmentGridSkeleton count={4} />
    </div>
  );
}
