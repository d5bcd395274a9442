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
        <div className="flex h-28 items-end gap-px border-b border-line-strong sm:gap-0.5">
          {slots.map(({ date, day }) => (
            <span
              key={date}
              title={
                day && `${dayText(day.date)}: ${tryOns(day.tryOns)}, ${formatSpend(day.micros)}`
              }
              className="flex h-full flex-1 items-end hover:bg-ink/5"
            >
              {day && day.tryOns > 0 && (
                <span
                  className="block min-h-0.5 w-full bg-accent"
                  style={{ height: `${(day.tryOns / most) * 100}%` }}
                />
              )}
            </span>
          ))}
        </div>
        <div className="mt-1 flex text-label text-ink-faint tabular-nums">
          {slots.map(({ date }, index) => (
            <span key={date} className="w-0 flex-1 text-center">
              {index % 7 === 0 ? index + 1 : ''}
            </span>
          ))}
        </div>
      </div>
      <details className="text-sm">
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
          The days as a table
        </summary>
        <table className="mt-1 w-full max-w-md text-left">
          <caption className="sr-only">Try-ons by day in {monthText(month.start)}</caption>
          <thead className="text-label text-ink-soft">
            <tr className="border-b border-line">
              <th scope="col" className="py-2 pr-3 font-normal">
                Day
              </th>
              <th scope="col" className="py-2 pr-3 text-right font-normal">
                Try-ons
              </th>
              <th scope="col" className="py-2 text-right font-normal">
                Billed
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {days.toReversed().map((day) => (
              <tr key={day.date} className="border-b border-line">
                <th scope="row" className="py-1.5 pr-3 font-normal">
                  {dayText(day.date)}
                </th>
                <td className="py-1.5 pr-3 text-right">{count(day.tryOns)}</td>
                <td className="py-1.5 text-right">{formatSpend(day.micros)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
