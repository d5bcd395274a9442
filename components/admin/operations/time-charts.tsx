import { FiguresTable } from '#components/charts/figures-table.tsx';
import { Legend } from '#components/charts/legend.tsx';
import { Lines } from '#components/charts/lines.tsx';
import type { EndedStep } from '#lib/contracts/operations.ts';
import type { Stage } from '#lib/domain/operations.ts';
import { Chart } from './chart.tsx';
import { seconds } from './figures-text.ts';
import type { ChartSteps } from './history.tsx';
import { stageWords } from './stage-words.ts';

/** What the shopper waits for first, and then what it is made of. */
const order: readonly Stage[] = ['whole', 'waiting', 'rendering', 'saving'];

const legend = [
  { name: 'Half within', colour: 'bg-accent', line: 'whole' },
  { name: '95 % within', colour: 'bg-ink-soft', line: 'dashed' },
] as const;

export function TimeCharts({ steps, text, edges }: ChartSteps<EndedStep>) {
  return (
    <div className="grid gap-y-2">
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {order.map((stage) => (
          <StageChart key={stage} stage={stage} steps={steps} text={text} edges={edges} />
        ))}
      </div>
      <Legend items={legend} />
      <FiguresTable
        summary="The times, as a table"
        caption="Within which time half and 95 % of the looks passed each stage"
        heads={['From (UTC)', ...order.map((stage) => stageWords[stage].name)]}
        rows={steps.toReversed().map(({ start, times }) => ({
          key: start,
          head: text(start),
          cells: order.map((stage) => bothOf(times[stage])),
        }))}
      />
    </div>
  );
}

const bothOf = ({ p50, p95 }: EndedStep['times'][Stage]) =>
  p50 === null ? '–' : `${seconds(p50)}, ${seconds(p95)}`;

function StageChart({ stage, steps, text, edges }: ChartSteps<EndedStep> & { stage: Stage }) {
  const slowest = Math.max(0, ...steps.map(({ times }) => times[stage].p95 ?? 0));
  const said = slowest > 0 ? `slowest 95 % within ${seconds(slowest)}` : 'no looks';
  const { name, meaning } = stageWords[stage];
  return (
    <Chart name={`${name}, ${meaning}`} said={said} ends={edges}>
      <Lines
        label={`${name}: ${said}`}
        top={slowest}
        steps={steps.map(({ start, times }) => ({
          key: start,
          title: `${text(start)}: ${bothOf(times[stage])}`,
        }))}
        lines={[
          {
            name: 'p95',
            colour: 'stroke-ink-soft',
            dashed: true,
            values: steps.map(({ times }) => times[stage].p95),
          },
          {
            name: 'p50',
            colour: 'stroke-accent',
            values: steps.map(({ times }) => times[stage].p50),
          },
        ]}
      />
    </Chart>
  );
}
