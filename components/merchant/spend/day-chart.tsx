import { Columns } from '#components/charts/columns.tsx';
import { FiguresTable } from '#components/charts/figures-table.tsx';
import { type DaySpend, formatSpend, isoDay } from '#lib/domain/spend.ts';
import { count, dayText, monthText, tryOns } from './spend-words.ts';

const DAY_MS = 86_400_000;

interface DayChartProps {
  /** From the first of the month to today. */
  days: DaySpend[];
  month: { start: string; end: string };
}

/** A bar for each day of the month, and the same as a table for whoever wants the numbers. */
export function DayChart({ days, month }: DayChartProps) {
  const most = Math.max(...days.map((day) => day.tryOns));
  const [start, end] = [Date.parse(month.start), Date.parse(month.end)];
  const slots = Array.from({ length: (end - start) / DAY_MS }, (_, index) => ({
    date: isoDay(start + index * DAY_MS),
    day: days[index],
  }));
  return (
    <figure className="grid gap-3">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-label text-ink-soft">
        <span>Try-ons by day</span>
        {most > 0 && <span className="tabular-nums">Most on one day: {count(most)}</span>}
      </figcaption>
      <div aria-hidden>
        <Columns
          label="Try-ons by day"
          className="h-28"
          columns={slots.map(({ date, day }) => ({
            key: date,
            title: day
              ? `${dayText(day.date)}: ${tryOns(day.tryOns)}, ${formatSpend(day.micros)}`
              : '',
            parts: [{ name: 'tryOns', value: day?.tryOns ?? 0, colour: 'fill-accent' }],
          }))}
        />
        <div className="mt-1 flex text-label text-ink-faint tabular-nums">
          {slots.map(({ date }, index) => (
            <span key={date} className="w-0 flex-1 text-center">
              {index % 7 === 0 ? index + 1 : ''}
            </span>
          ))}
        </div>
      </div>
      <FiguresTable
        summary="The days as a table"
        caption={`Try-ons by day in ${monthText(month.start)}`}
        heads={['Day', 'Try-ons', 'Billed']}
        rows={days.toReversed().map((day) => ({
          key: day.date,
          head: dayText(day.date),
          cells: [count(day.tryOns), formatSpend(day.micros)],
        }))}
      />
    </figure>
  );
}
