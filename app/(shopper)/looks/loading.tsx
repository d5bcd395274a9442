import { GarmentGridSkeleton } from '#components/shop/garment-grid.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { looksWords } from '#lib/words/looks.ts';

export default function LooksLoading() {
  return (
    <div
      role="status"
      aria-label={looksWords.loading}
      className="page-width grid gap-10 pt-10 md:pt-14"
    >
      <Skeleton className="h-10 w-56" />
      <GarmentGridSkeleton count={4} />
    </div>
  );
}
