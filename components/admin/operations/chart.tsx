import type { ReactNode } from 'react';
import { Legend, type LegendItem } from '#components/charts/legend.tsx';

interface ChartProps {
  name: string;
  /** What there is to see at the first glance: the most, the worst, the last. */
  said: string;
  legend?: readonly LegendItem[];
  /** Under the drawing, at its two ends. */
  ends: readonly [string, string];
  children: ReactNode;
}

/** A drawing over time, with its name, its scale in words, and what its colours mean. */
export function Chart({ name, said, legend, ends, children }: ChartProps) {
  return (
    <figure className="grid min-w-0 content-start gap-1.5">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-label">
        <span className="font-medium">{name}</span>
        <span className="text-ink-soft tabular-nums">{said}</span>
      </figcaption>
      {children}
      <div className="flex justify-between text-label text-ink-faint tabular-nums">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      {legend && <Legend items={legend} />}
    </figure>
  );
}
