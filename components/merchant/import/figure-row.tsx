import { figure } from './import-words.ts';

interface FigureRowProps {
  figures: { name: string; value: number }[];
}

/** A few counts side by side. */
export function FigureRow({ figures }: FigureRowProps) {
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 border-y border-line py-4">
      {figures.map(({ name, value }) => (
        <div key={name} className="grid">
          <dt className="text-label text-ink-soft">{name}</dt>
          <dd className="font-display text-title tabular-nums">{figure(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
