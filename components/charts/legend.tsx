import { classNames } from '#components/ui/class-names.ts';

export interface LegendItem {
  name: string;
  /** As in the drawing, but of a background. */
  colour: `bg-${string}`;
  value?: string;
  /** Drawn as a line, whole or dashed, instead of as a field. */
  line?: 'whole' | 'dashed';
}

/** What each colour of a drawing means. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-label text-ink-soft">
      {items.map(({ name, colour, value, line }) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className={classNames(
              'shrink-0',
              line ? 'h-0.5 w-4' : 'size-2.5 rounded-[2px]',
              line === 'dashed'
                ? 'mask-[linear-gradient(90deg,black_50%,transparent_50%)] mask-size-[6px_100%]'
                : '',
              colour,
            )}
          />
          {name}
          {value && <span className="text-ink tabular-nums">{value}</span>}
        </li>
      ))}
    </ul>
  );
}
