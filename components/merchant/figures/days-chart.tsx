import type { Figures } from '#lib/contracts/figures.ts';
import type { Counter } from '#lib/domain/figures.ts';
import { count, dayText, shortDay } from './figure-words.ts';

type DayFigures = Figures['days'][number];

/** Each on a scale of its own: beside visits one would not see the rest. */
const lines: { counter: Counter; name: string; colour: string }[] = [
  { counter: 'views', name: 'Visits', colour: 'fill-line-strong' },
  { counter: 'tryOns', name: 'Try-ons', colour: 'fill-accent' },
  { counter: 'bags', name: 'Put into the bag', colour: 'fill-success' },
];

/** What happened on each day, as three rows of columns; the same as a table below. */
export function DaysChart({ days }: { days: DayFigures[] }) {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return null;
  return (
    <div className="grid gap-6">
      <div className="grid gap-5">
        {lines.map((line) => (
          <Columns key={line.counter} days={days} {...line} />
        ))}
        <div className="flex justify-between text-label text-ink-soft">
          <span>{shortDay(first.day)}</span>
          <span>{shortDay(last.day)}</span>
        </div>
      </div>
      <details className="text-sm">
        <summary className="text-link inline-flex min-h-11 items-center">
          The same as a table
        </summary>
        <DaysTable days={days} />
      </details>
    </div>
  );
}

interface ColumnsProps {
  days: DayFigures[];
  counter: Counter;
  name: string;
  colour: string;
}

const GAP = 0.3;

function Columns({ days, counter, name, colour }: ColumnsProps) {
  const most = days.reduce((best, one) => (one[counter] > best[counter] ? one : best));
  const top = most[counter];
  const sum = days.reduce((all, one) => all + one[counter], 0);
  const said = top > 0 ? `most on ${shortDay(most.day)}: ${count(top)}` : 'none';
  return (
    <figure className="grid gap-1.5">
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-label">
        <span className="font-medium">
          {name} <span className="font-normal text-ink-soft tabular-nums">{count(sum)}</span>
        </span>
        <span className="text-ink-soft tabular-nums">{said}</span>
      </figcaption>
      <svg
        role="img"
        aria-label={`${name} by day: ${count(sum)} in all, ${said}`}
        viewBox={`0 0 ${days.length} 100`}
        preserveAspectRatio="none"
        className={`h-20 w-full border-b border-line-strong ${colour}`}
      >
        {days.map(({ day, [counter]: value }, place) => {
          const height = top > 0 ? (100 * value) / top : 0;
          return (
            <rect
              key={day}
              x={place + GAP / 2}
              y={100 - height}
              width={1 - GAP}
              height={height}
              className="hover:opacity-70"
            >
              <title>{`${dayText(day)}: ${count(value)}`}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}

function DaysTable({ days }: { days: DayFigures[] }) {
  return (
    <table className="w-full max-w-xl border-collapse">
      <thead>
        <tr className="border-b border-line-strong text-label text-ink-soft">
          <th scope="col" className="py-2 text-left font-medium">
            Day
          </th>
          {lines.map(({ counter, name }) => (
            <th key={counter} scope="col" className="py-2 pl-3 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((one) => (
          <tr key={one.day} className="border-b border-line">
            <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
              {dayText(one.day)}
            </th>
            {lines.map(({ counter }) => (
              <td key={counter} className="py-1.5 pl-3 text-right tabular-nums">
                {count(one[counter])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
