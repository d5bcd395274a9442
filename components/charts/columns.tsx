import { classNames } from '#components/ui/class-names.ts';

export interface Column {
  key: string;
  /** What it says under the pointer. */
  title: string;
  /** From the bottom up. */
  parts: { name: string; value: number; colour: `fill-${string}` }[];
}

interface ColumnsProps {
  /** The same in words, for whoever does not see it. */
  label: string;
  columns: readonly Column[];
  className?: string;
}

const GAP = 0.3;

const heightOf = ({ parts }: Column) => parts.reduce((sum, { value }) => sum + value, 0);

/** Columns over time as high as the highest of them, each in one colour or several above each other. */
export function Columns({ label, columns, className }: ColumnsProps) {
  const top = Math.max(0, ...columns.map(heightOf));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${columns.length} 100`}
      preserveAspectRatio="none"
      className={classNames('h-20 w-full border-b border-line-strong', className)}
    >
      {columns.map((column, place) => (
        <g key={column.key} className="hover:opacity-70">
          <title>{column.title}</title>
          <rect x={place} width={1} height={100} className="fill-transparent" />
          <Parts column={column} place={place} top={top} />
        </g>
      ))}
    </svg>
  );
}

function Parts({ column, place, top }: { column: Column; place: number; top: number }) {
  let below = 0;
  return column.parts.map(({ name, value, colour }) => {
    if (value <= 0) return null;
    const height = (100 * value) / top;
    below += height;
    return (
      <rect
        key={name}
        x={place + GAP / 2}
        y={100 - below}
        width={1 - GAP}
        height={height}
        className={colour}
      />
    );
  });
}
