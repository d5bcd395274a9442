import { costOfOne, formatSpend, formatUnitCost, type MonthSpend } from '#lib/domain/spend.ts';
import { count, monthText } from './spend-words.ts';

export function MonthTable({ months }: { months: MonthSpend[] }) {
  return (
    <table className="w-full max-w-2xl text-left text-sm">
      <caption className="sr-only">Try-ons and spend by month</caption>
      <thead className="text-label text-ink-soft">
        <tr className="border-b border-line">
          <th scope="col" className="py-2 pr-3 font-normal">
            Month
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Try-ons
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Billed
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            A try-on
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {months.map((one) => {
          const cost = costOfOne(one);
          return (
            <tr key={one.month} className="border-b border-line">
              <th scope="row" className="py-2.5 pr-3 font-normal">
                {monthText(one.month)}
              </th>
              <td className="py-2.5 pr-3 text-right">{count(one.tryOns)}</td>
              <td className="py-2.5 pr-3 text-right">{formatSpend(one.micros)}</td>
              <td className="py-2.5 text-right">{cost === null ? '–' : formatUnitCost(cost)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
