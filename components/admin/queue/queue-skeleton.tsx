import { Skeleton } from '#components/ui/skeleton.tsx';

const ROWS = [1, 2, 3, 4, 5, 6];

/** As high as the filters and rows that are coming. */
export function QueueSkeleton() {
  return (
    <div role="status" aria-label="Loading review cases" className="grid gap-4">
      <Skeleton className="h-11" />
      <Skeleton className="h-38" />
      <div className="border-t border-line">
        {ROWS.map((row) => (
          <div key={row} className="grid h-21 content-start gap-2.5 border-b border-line py-3">
            <Skeleton className="h-5 w-56 max-w-full" />
            <Skeleton className="h-4 w-3/5" />
          </div>
        ))}
      </div>
    </div>
  );
}
