import { Columns } from '#components/charts/columns.tsx';
import { FiguresTable } from '#components/charts/figures-table.tsx';
import type { Figures } from '#lib/contracts/figures.ts';
import type { Counter } from '#lib/domain/figures.ts';
import { count, dayText, shortDay } from './figure-words.ts';

type DayFigures = Figures['days'][number];

/** Each on a scale of its own: beside visits one would not see the rest. */
const lines: { counter: Counter; name: string; colour: `fill-${string}` }[] = [
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
          <Row key={line.counter} days={days} {...line} />
        ))}
        <div className="flex justify-between text-label text-ink-soft">
          <span>{shortDay(first.day)}</span>
          <span>{shortDay(last.day)}</span>
        </div>
      </div>
      <FiguresTable
        summary="The same as a table"
        caption="Visits, try-ons and bags by day"
        heads={['Day', ...lines.map(({ name }) => name)]}
        rows={days.toReversed().map((one) => ({
          key: one.day,
          head: dayText(one.day),
          cells: lines.map(({ counter }) => count(one[counter])),
        }))}
      />
    </div>
  );
}

interface RowProps {
  days: DayFigures[];
  counter: Counter;
  name: string;
  colour: `fill-${string}`;
}

function Row({ days, counter, name, colour }: RowProps) {
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
      <Columns
        label={`${name} by day: ${count(sum)} in all, ${said}`}
        columns={days.map(({ day, [counter]: value }) => ({
          key: day,
          title: `${dayText(day)}: ${count(value)}`,
          parts: [{ name, value, colour }],
        }))}
      />
    </figure>
  );
}
