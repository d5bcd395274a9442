import { Columns } from '#components/charts/columns.tsx';
import { FiguresTable } from '#components/charts/figures-table.tsx';
import { Lines } from '#components/charts/lines.tsx';
import type { EndedStep } from '#lib/contracts/operations.ts';
import { Chart } from './chart.tsx';
import { count, percent } from './figures-text.ts';
import type { ChartSteps } from './history.tsx';

/** Lost: the answer never came, or the picture did not in time. */
const ends: {
  name: string;
  of: (step: EndedStep) => number;
  fill: `fill-${string}`;
  swatch: `bg-${string}`;
}[] = [
  { name: 'Looks', of: (step) => step.succeeded, fill: 'fill-success', swatch: 'bg-success' },
  { name: 'Failed', of: (step) => step.failed, fill: 'fill-danger', swatch: 'bg-danger' },
  { name: 'Blocked', of: (step) => step.blocked, fill: 'fill-warning', swatch: 'bg-warning' },
  {
    name: 'Lost',
    of: (step) => step.expired + step.unknown,
    fill: 'fill-accent',
    swatch: 'bg-accent',
  },
  {
    name: 'Called off',
    of: (step) => step.cancelled,
    fill: 'fill-line-strong',
    swatch: 'bg-line-strong',
  },
];

export function OutcomeCharts({ steps, text, edges }: ChartSteps<EndedStep>) {
  const sums = ends.map(({ name, of }) => ({
    name,
    sum: steps.reduce((all, step) => all + of(step), 0),
  }));
  const all = sums.reduce((total, { sum }) => total + sum, 0);
  const rates = steps.flatMap(({ successRate }) => (successRate === null ? [] : [successRate]));
  const worst = rates.length > 0 ? Math.min(...rates) : null;
  const rateSaid = worst === null ? 'nothing ended' : `lowest ${percent(worst)}`;
  return (
    <div className="grid gap-y-2">
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <Chart
          name="How try-ons ended"
          said={`${count(all)} in all`}
          ends={edges}
          legend={ends.map(({ name, swatch }, index) => ({
            name,
            colour: swatch,
            value: count(sums[index]?.sum ?? 0),
          }))}
        >
          <Columns
            className="h-24"
            label={`How try-ons ended: ${sums.map(({ name, sum }) => `${name} ${count(sum)}`).join(', ')}`}
            columns={steps.map((step) => ({
              key: step.start,
              title: `${text(step.start)}: ${ends.map(({ name, of }) => `${name} ${count(of(step))}`).join(', ')}`,
              parts: ends.map(({ name, of, fill }) => ({ name, value: of(step), colour: fill })),
            }))}
          />
        </Chart>
        <Chart name="Success rate" said={rateSaid} ends={edges}>
          <Lines
            label={`Success rate: ${rateSaid}`}
            top={100}
            steps={steps.map(({ start, successRate }) => ({
              key: start,
              title: `${text(start)}: ${percent(successRate)}`,
            }))}
            lines={[
              {
                name: 'rate',
                colour: 'stroke-success',
                values: steps.map(({ successRate }) => successRate),
              },
            ]}
          />
        </Chart>
      </div>
      <FiguresTable
        summary="How they ended, as a table"
        caption="How try-ons ended, and the success rate"
        heads={['From (UTC)', ...ends.map(({ name }) => name), 'Rate']}
        rows={steps.toReversed().map((step) => ({
          key: step.start,
          head: text(step.start),
          cells: [...ends.map(({ of }) => count(of(step))), percent(step.successRate)],
        }))}
      />
    </div>
  );
}
