import { PageSkeleton } from '#components/shop/page-skeleton.tsx';
import { PageHeading } from '#components/ui/heading.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { bagWords } from '#lib/words/bag.ts';

const lines = [0, 1];

export default function BagLoading() {
  return (
    <PageSkeleton heading={<PageHeading title={bagWords.title} />} label={bagWords.loading}>
      <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-5">
          {lines.map((line) => (
            <div
              key={line}
              className="grid grid-cols-[6rem_minmax(0,1fr)] gap-4 sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:gap-6"
            >
              <Skeleton className="aspect-3/4" />
              <div className="grid content-start gap-2 py-1">
                <Skeleton className="h-4 w-1/2" />
                <Skeleton className="h-4 w-1/3" />
              </div>
            </div>
          ))}
        </div>
        <Skeleton className="h-32" />
      </div>
    </PageSkeleton>
  );
}
