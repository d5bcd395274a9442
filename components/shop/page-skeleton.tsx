import type { ReactNode } from 'react';

interface PageSkeletonProps {
  /** What is known before anything is loaded, and stays when it is. */
  heading: ReactNode;
  /** What is loading, for those who do not see it. */
  label: string;
  children: ReactNode;
}

export function PageSkeleton({ heading, label, children }: PageSkeletonProps) {
  return (
    <div className="page-width grid gap-10 pt-10 md:pt-14">
      <div className="grid gap-3">{heading}</div>
      <div role="status" aria-label={label}>
        {children}
      </div>
    </div>
  );
}
