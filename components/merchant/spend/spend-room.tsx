import { SectionHeading } from '#components/ui/heading.tsx';
import type { SpendView } from '#lib/contracts/spend.ts';
import { CapForm } from './cap-form.tsx';
import { DayChart } from './day-chart.tsx';
import { MonthTable } from './month-table.tsx';
import { monthText } from './spend-words.ts';
import { ThisMonth } from './this-month.tsx';

export function SpendRoom({ spend }: { spend: SpendView }) {
  return (
    <div className="grid gap-12">
      <section aria-labelledby="this-month" className="grid gap-6">
        <SectionHeading id="this-month">{monthText(spend.month.start)}</SectionHeading>
        <ThisMonth spend={spend} />
        {spend.soFar.tryOns > 0 ? (
          <DayChart days={spend.days} month={spend.month} />
        ) : (
          <p className="border-t border-line pt-5 text-sm text-ink-soft">
            Nothing has been tried on this month yet. The days will stand here.
          </p>
        )}
      </section>
      <section aria-labelledby="caps" className="grid gap-6">
        <SectionHeading id="caps">Caps</SectionHeading>
        <CapForm caps={spend.caps} used={spend.used} />
      </section>
      {spend.months.length > 0 && (
        <section aria-labelledby="months" className="grid gap-2">
          <SectionHeading id="months">Earlier months</SectionHeading>
          <MonthTable months={spend.months} />
        </section>
      )}
    </div>
  );
}
