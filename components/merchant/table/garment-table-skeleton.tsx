import { Skeleton } from '#components/ui/skeleton.tsx';

const ROWS = [1, 2, 3, 4, 5, 6];

/** As high as the rows that are coming. */
export function GarmentTableSkeleton() {
  return (
    <div role="status" aria-label="Loading garments" className="border-t border-line-strong pt-9">
      {ROWS.map((row) => (
        <div key={row} className="flex items-center gap-3 border-b border-line py-2">
          <Skeleton className="aspect-3/4 w-13" />
          <Skeleton className="h-4 w-2/5" />
        </div>
      ))}
    </div>
  );
}
