import { Skeleton } from '#components/ui/skeleton.tsx';

const CASES = [1, 2, 3, 4];

export function ReviewSkeleton() {
  return (
    <div role="status" aria-label="Loading review cases" className="grid max-md:gap-4">
      {CASES.map((one) => (
        <div key={one} className="grid h-52 content-start gap-3 border-t border-line py-5">
          <Skeleton className="h-5 w-56 max-w-full" />
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="h-10 w-4/5" />
        </div>
      ))}
    </div>
  );
}
