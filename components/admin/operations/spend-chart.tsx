import { Columns } from '#components/charts/columns.tsx';
import { FiguresTable } from '#components/charts/figures-table.tsx';
import type { EndedStep } from '#lib/contracts/operations.ts';
import { Chart } from './chart.tsx';
import { money } from './figures-text.ts';
import type { ChartSteps } from './history.tsx';

export function SpendChart({ steps, text, edges }: ChartSteps<EndedStep>) {
  const sum = money(steps.reduce((all, { micros }) => all + micros, 0));
  return (
    <div className="grid gap-y-2">
      <Chart name="Billed by the provider" said={`${sum} in all`} ends={edges}>
        <Columns
          label={`Billed by the provider: ${sum} in all`}
          columns={steps.map(({ start, micros }) => ({
            key: start,
            title: `${text(start)}: ${money(micros)}`,
            parts: [{ name: 'spend', value: micros, colour: 'fill-accent' }],
          }))}
        />
      </Chart>
      <FiguresTable
        summary="The spend, as a table"
        caption="What the provider billed"
        heads={['From (UTC)', 'Billed']}
        rows={steps.toReversed().map(({ start, micros }) => ({
          key: start,
          head: text(start),
          cells: [money(micros)],
        }))}
      />
    </div>
  );
}
