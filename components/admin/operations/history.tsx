import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import type { OperationsHistory } from '#lib/contracts/operations.ts';
import { type Range, ranges } from '#lib/domain/operations.ts';
import { stepText } from './figures-text.ts';
import { OutcomeCharts } from './outcome-charts.tsx';
import { QueueCharts } from './queue-charts.tsx';
import { SpendChart } from './spend-chart.tsx';
import { TimeCharts } from './time-charts.tsx';

/** What a chart is drawn from. */
export interface ChartSteps<T extends { start: string }> {
  steps: readonly T[];
  /** When a step begins, in words. */
  text: (start: string) => string;
  /** The words of the first and the last. */
  edges: readonly [string, string];
}

function stepsOf<T extends { start: string }>(steps: readonly T[], daily: boolean): ChartSteps<T> {
  const text = (start: string) => stepText(start, daily);
  return { steps, text, edges: [text(steps[0]?.start ?? ''), text(steps.at(-1)?.start ?? '')] };
}

/** How it went over a period, which stands in the address. */
export function History({ history }: { history: OperationsHistory }) {
  const ended = stepsOf(history.ended, history.range === '30d');
  const sampled = stepsOf(history.sampled, false);
  return (
    <section aria-labelledby="history" className="grid gap-8">
      <SectionHeading
        id="history"
        actions={
          <ChoiceLinks
            label="Period"
            className="-my-3"
            choices={(Object.keys(ranges) as Range[]).map((range) => ({
              href: `/admin/operations?range=${range}`,
              name: ranges[range].name,
              here: range === history.range,
            }))}
          />
        }
      >
        The last {ranges[history.range].name}
      </SectionHeading>
      <OutcomeCharts {...ended} />
      <TimeCharts {...ended} />
      <QueueCharts {...sampled} />
      <SpendChart {...ended} />
    </section>
  );
}
