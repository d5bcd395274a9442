import type { ReactNode } from 'react';

/** The page of what cannot be tried on: its pictures, and beside them all there is to say. */
export function GarmentColumns({ gallery, children }: { gallery: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-6 md:grid-cols-[var(--frame)_minmax(0,1fr)] md:gap-x-16">
      <div className="md:sticky md:top-20 md:self-start">{gallery}</div>
      <div className="grid max-w-xl content-start gap-8 md:pt-6">{children}</div>
    </div>
  );
}
