import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { Figures } from '#lib/contracts/figures.ts';
import { type FiguresQuery, printFigures } from '#lib/domain/figures-query.ts';
import { CostFigures } from './cost-figures.tsx';
import { DaysChart } from './days-chart.tsx';
import { dayText, periodText } from './figure-words.ts';
import { FiguresFilters } from './figures-filters.tsx';
import { Funnel } from './funnel.tsx';
import { GarmentsFigures } from './garments-figures.tsx';
import { HoldOutSection } from './hold-out-section.tsx';

interface FiguresRoomProps {
  shop: string;
  query: FiguresQuery;
  figures: Figures;
}

/** What came of the shop's garments, and whether the fitting room brings anything. */
export function FiguresRoom({ shop, query, figures }: FiguresRoomProps) {
  const path = `/merchant/${shop}/figures`;
  const { sum, days, period, since, garments, holdOuts } = figures;
  const isEmpty = garments.length === 0 && sum.tryOns === 0;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
      {since === null ? (
        <EmptyState title="Nothing to count yet">
          Once visitors look at your garments, you see here how many open the fitting room, try on
          and put into the bag, what it costs, and which garments do best. Your own visits are not
          counted.
        </EmptyState>
      ) : (
        <>
          <div className="grid gap-4">
            <FiguresFilters path={path} query={query} figures={figures} />
            <p className="text-sm text-pretty text-ink-soft">
              {periodText(period)}, days in UTC; counted since {dayText(since)}. A visit is one
              person at one garment on one day, however often she comes back that day.
            </p>
          </div>
          {isEmpty ? (
            <EmptyState title="Nothing on these days">
              Choose other days, or another kind of garment.
            </EmptyState>
          ) : (
            <>
              <Part id="way" title="From the garment to the bag">
                <Funnel sum={sum} />
              </Part>
              <Part id="days" title="Day by day">
                <DaysChart days={days} />
              </Part>
              <Part id="cost" title="What it costs">
                <CostFigures sum={sum} />
              </Part>
            </>
          )}
        </>
      )}
      <Part id="lift" title="Does it sell more?">
        <HoldOutSection holdOuts={holdOuts} />
      </Part>
      {!isEmpty && since !== null && (
        <Part
          id="garments"
          title="Garment by garment"
          actions={
            <a
              href={`/api${path}/export?${printFigures({ ...query, period })}`}
              download
              className={buttonClass({ variant: 'secondary', size: 'small' })}
            >
              <Download aria-hidden /> Download as CSV
            </a>
          }
        >
          <GarmentsFigures path={path} query={query} figures={figures} />
        </Part>
      )}
    </div>
  );
}

interface PartProps {
  id: string;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

function Part({ id, title, actions, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <SectionHeading id={id} actions={actions}>
        {title}
      </SectionHeading>
      {children}
    </section>
  );
}
