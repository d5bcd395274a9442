import { GarmentGridSkeleton } from '#components/shop/garment-grid.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';

export default function GarmentsLoading() {
  return (
    <div
      role="status"
      aria-label="Loading the garments"
      className="page-width grid gap-8 pt-10 md:pt-14"
    >
      <Skeleton className="h-10 w-56" />
      <Skeleton className="h-11 w-72" />
      <GarmentGridSkeleton />
    </div>
  );
}
