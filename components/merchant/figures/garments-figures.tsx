import { ArrowDown } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { Figures, GarmentFigures } from '#lib/contracts/figures.ts';
import { endedOf, isFew, type Share } from '#lib/domain/figures.ts';
import type { FiguresQuery, FiguresSort } from '#lib/domain/figures-query.ts';
import { count, counted, shareText, usd } from './figure-words.ts';
import { figuresHref } from './figures-href.ts';

interface Column {
  sort: FiguresSort;
  name: string;
  cell: (garment: GarmentFigures) => ReactNode;
}

const rate = (share: Share): ReactNode => (
  <span className={isFew(share) ? 'text-ink-faint' : undefined}>{shareText(share)}</span>
);
const ended = (part: number, garment: GarmentFigures) => rate({ part, of: endedOf(garment) });

const columns: Column[] = [
  { sort: 'views', name: 'Visits', cell: ({ views }) => count(views) },
  {
    sort: 'opened',
    name: 'Opened',
    cell: ({ opens, views }) => rate({ part: opens, of: views }),
  },
  { sort: 'tryOns', name: 'Try-ons', cell: ({ tryOns }) => count(tryOns) },
  { sort: 'succeeded', name: 'Succeeded', cell: (one) => ended(one.succeeded, one) },
  { sort: 'failed', name: 'Failed', cell: (one) => ended(one.failed, one) },
  { sort: 'blocked', name: 'Blocked', cell: (one) => ended(one.blocked, one) },
  {
    sort: 'complaints',
    name: 'Complaints',
    cell: ({ complaints, succeeded }) =>
      complaints === 0 ? count(0) : rate({ part: complaints, of: succeeded }),
  },
  { sort: 'bags', name: 'Into the bag', cell: ({ bags }) => count(bags) },
  { sort: 'cost', name: 'Cost', cell: ({ costMicros }) => usd(costMicros) },
];

interface GarmentsFiguresProps {
  path: string;
  query: FiguresQuery;
  figures: Figures;
}

/** The garments of the period, the first by what it is sorted by. */
export function GarmentsFigures({ path, query, figures }: GarmentsFiguresProps) {
  const { garments, garmentCount } = figures;
  return (
    <div className="grid gap-3">
      <div className="scroll-pr-24 scroll-pl-40 overflow-x-auto sm:scroll-pl-88">
        <table className="w-full min-w-[52rem] border-collapse text-sm">
          <caption className="sr-only">Figures by garment</caption>
          <thead>
            <tr className="border-b border-line-strong text-label text-ink-soft">
              <th scope="col" className={classNames(firstCell, 'py-2 font-medium')}>
                Garment
              </th>
              {columns.map(({ sort, name }) => {
                const here = query.sort === sort;
                return (
                  <th
                    key={sort}
                    scope="col"
                    aria-sort={here ? 'descending' : undefined}
                    className="py-2 pl-3 text-right font-medium whitespace-nowrap"
                  >
                    <Link
                      href={figuresHref(path, { ...query, sort })}
                      scroll={false}
                      className={classNames(
                        'inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:text-ink hover:underline',
                        here && 'text-ink',
                      )}
                    >
                      {here && <ArrowDown aria-hidden className="size-3.5" />}
                      {name}
                    </Link>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {garments.map((garment) => (
              <tr key={garment.id} className="border-b border-line">
                <th scope="row" className={classNames(firstCell, 'font-normal')}>
                  <Link
                    href={figuresHref(path, { ...query, garment: garment.id })}
                    className="grid min-h-11 content-center py-1 underline-offset-4 hover:underline"
                  >
                    <span className="font-medium">{garment.title}</span>
                    {garment.colour && (
                      <span className="text-label text-ink-soft">{garment.colour}</span>
                    )}
                  </Link>
                </th>
                {columns.map(({ sort, cell }) => (
                  <td key={sort} className="pl-3 text-right whitespace-nowrap tabular-nums">
                    {cell(garment)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-label text-pretty text-ink-soft">
        {garmentCount > garments.length &&
          `The first ${garments.length} of ${counted(garmentCount, 'garment')}; the file has all of them. `}
        “3 of 7” stands where there are too few for a percentage. Succeeded, failed and blocked are
        of the try-ons that have ended; complaints are of the looks that came of them.
      </p>
    </div>
  );
}

/** Stays in sight while the figures are scrolled sideways. */
const firstCell = 'sticky left-0 w-36 bg-paper pr-2 text-left sm:w-2/5';
