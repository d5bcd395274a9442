import { classNames } from '#components/ui/class-names.ts';

export interface Line {
  name: string;
  colour: `stroke-${string}`;
  dashed?: boolean;
  /** One a step; null where nothing is known, which leaves a gap. */
  values: readonly (number | null)[];
}

interface LinesProps {
  /** The same in words, for whoever does not see it. */
  label: string;
  lines: readonly Line[];
  /** Each with what it says under the pointer. */
  steps: readonly { key: string; title: string }[];
  /** The value at the upper edge. */
  top: number;
  className?: string;
}

/** Room for half of a line at the edges. */
const EDGE = 2;

/** Lines over time on one scale that begins with 0. */
export function Lines({ label, lines, steps, top, className }: LinesProps) {
  const heightOf = (value: number) =>
    100 - EDGE - (top > 0 ? Math.min(1, value / top) : 0) * (100 - 2 * EDGE);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${steps.length} 100`}
      preserveAspectRatio="none"
      className={classNames('h-24 w-full border-b border-line-strong', className)}
    >
      {steps.map(({ key, title }, place) => (
        <rect
          key={key}
          x={place}
          width={1}
          height={100}
          className="fill-transparent hover:fill-ink/5"
        >
          <title>{title}</title>
        </rect>
      ))}
      {lines.map(({ name, colour, dashed, values }) => (
        <path
          key={name}
          d={pathOf(values, heightOf)}
          vectorEffect="non-scaling-stroke"
          strokeWidth={1.75}
          strokeLinejoin="round"
          strokeLinecap="round"
          strokeDasharray={dashed ? '2 4' : undefined}
          className={classNames('pointer-events-none fill-none', colour)}
        />
      ))}
    </svg>
  );
}

/** A step on its own is drawn as a short line, since a point alone would not be seen. */
function pathOf(values: readonly (number | null)[], heightOf: (value: number) => number): string {
  const known = (index: number) => (values[index] ?? null) !== null;
  return values
    .map((value, index) => {
      if (value === null) return '';
      const y = heightOf(value).toFixed(2);
      if (!known(index - 1) && !known(index + 1)) return `M${index + 0.2} ${y}H${index + 0.8}`;
      return `${known(index - 1) ? 'L' : 'M'}${index + 0.5} ${y}`;
    })
    .join('');
}
