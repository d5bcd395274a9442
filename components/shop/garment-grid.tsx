import { Skeleton } from '#components/ui/skeleton.tsx';
import type { GarmentCard as Garment } from '#lib/contracts/garment.ts';
import { GarmentCard } from './garment-card.tsx';

const gridClass =
  'grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-y-14';

interface GarmentGridProps {
  garments: Garment[];
  /** How many of the first are fetched before anything else: a phone's first row. */
  priorityCount?: number;
}

export function GarmentGrid({ garments, priorityCount = 0 }: GarmentGridProps) {
  return (
    <ul className={gridClass}>
      {garments.map((garment, index) => (
        <li key={garment.slug}>
          <GarmentCard garment={garment} priority={index < priorityCount} />
        </li>
      ))}
    </ul>
  );
}

export function GarmentGridSkeleton({ count = 8 }: { count?: number }) {
  const places = Array.from({ length: count }, (_, place) => place);
  return (
    <div className={gridClass}>
      {places.map((place) => (
        <div key={place} className="grid gap-3">
          <Skeleton className="aspect-3/4" />
          <div className="grid gap-2 py-1">
            <Skeleton className="h-4 w-3/4" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  );
}
