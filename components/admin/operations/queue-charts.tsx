import { FiguresTable } from '#components/charts/figures-table.tsx';
import { Lines } from '#components/charts/lines.tsx';
import type { SampledStep } from '#lib/contracts/operations.ts';
import { Chart } from './chart.tsx';
import { count, credits, seconds } from './figures-text.ts';
import type { ChartSteps } from './history.tsx';

const figures = [
  {
    name: 'Waiting to be sent',
    of: (step: SampledStep) => step.queued,
    write: (value: number | null) => (value === null ? '–' : count(value)),
    said: 'most',
    colour: 'stroke-accent',
  },
  {
    name: 'The first shopper waited',
    of: (step: SampledStep) => step.oldestSeconds,
    write: seconds,
    said: 'longest',
    colour: 'stroke-accent',
  },
  {
    name: 'Credits left',
    of: (step: SampledStep) => step.credits,
    write: credits,
    said: 'scale to',
    colour: 'stroke-success',
  },
] as const;

/** What was noted each minute: of each step the worst. */
export function QueueCharts({ steps, text, edges }: ChartSteps<SampledStep>) {
  return (
    <div className="grid gap-y-2">
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2 xl:grid-cols-3">
        {figures.map(({ name, of, write, said, colour }) => {
          const known = steps.flatMap((step) => of(step) ?? []);
          const top = Math.max(0, ...known);
          const words = known.length > 0 ? `${said} ${write(top)}` : 'nothing noted';
          return (
            <Chart key={name} name={name} said={words} ends={edges}>
              <Lines
                label={`${name}: ${words}`}
                top={top}
                steps={steps.map((step) => ({
                  key: step.start,
                  title: `${text(step.start)}: ${write(of(step))}`,
                }))}
                lines={[{ name, colour, values: steps.map(of) }]}
              />
            </Chart>
          );
        })}
      </div>
      <FiguresTable
        summary="Queue and credits, as a table"
        caption="The most that waited, the longest wait, and the credits that were left"
        heads={['From (UTC)', ...figures.map(({ name }) => name)]}
        rows={steps.toReversed().map((step) => ({
          key: step.start,
          head: text(step.start),
          cells: figures.map(({ of, write }) => write(of(step))),
        }))}
      />
    </div>
  );
}
