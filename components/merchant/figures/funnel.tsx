import { type Counts, counterOf, wayThrough } from '#lib/domain/figures.ts';
import { count, counted, shareText, stepWords } from './figure-words.ts';

/** How many visits came how far: the table and its picture are one. */
export function Funnel({ sum }: { sum: Counts }) {
  const steps = wayThrough.map((step) => ({ step, visits: sum[counterOf[step]] }));
  const without = sum.bags - sum.bagsAfterLook;
  return (
    <div className="grid gap-4">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Visits by how far they came</caption>
        <thead>
          <tr className="border-b border-line-strong text-label text-ink-soft">
            <th scope="col" className="py-2 text-left font-medium">
              Step
            </th>
            <th scope="col" className="w-20 py-2 pl-3 text-right font-medium">
              Visits
            </th>
            <th scope="col" className="w-24 py-2 pl-3 text-right font-medium sm:w-32">
              Of the step before
            </th>
            <th scope="col" className="w-28 py-2 pl-3 text-right font-medium max-sm:hidden">
              Of all visits
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, visits }, place) => (
            <tr key={step} className="border-b border-line">
              <th scope="row" className="py-3 text-left font-normal">
                {stepWords[step]}
                <span aria-hidden className="mt-2 block h-2 bg-sunken">
                  <span
                    className="block h-full min-w-px bg-accent"
                    style={{ width: `${(100 * visits) / Math.max(1, sum.views)}%` }}
                  />
                </span>
              </th>
              <td className="py-3 pl-3 text-right align-top font-medium tabular-nums">
                {count(visits)}
              </td>
              <td className="py-3 pl-3 text-right align-top text-ink-soft tabular-nums">
                {place > 0 && shareText({ part: visits, of: steps[place - 1]?.visits ?? 0 })}
              </td>
              <td className="py-3 pl-3 text-right align-top text-ink-soft tabular-nums max-sm:hidden">
                {place > 0 && shareText({ part: visits, of: sum.views })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="max-w-2xl text-sm text-pretty text-ink-soft">
        {without > 0 &&
          `${counted(without, 'more visit')} put the garment into the bag without seeing a look first. `}
        People who try on are often keener anyway: whether the fitting room makes the difference,
        only the experiment below can tell.
      </p>
    </div>
  );
}
