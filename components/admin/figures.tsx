import type { ReactNode } from 'react';

/** A few figures side by side, each under its name. */
export function Figures({ items }: { items: readonly [name: string, value: ReactNode][] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 border-y border-line py-4 sm:grid-cols-4">
      {items.map(([name, value]) => (
        <div key={name} className="grid content-start gap-0.5">
          <dt className="text-label text-ink-soft">{name}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
