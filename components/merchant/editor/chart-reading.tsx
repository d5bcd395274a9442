import { Check, Minus } from 'lucide-react';
import { useId } from 'react';
import { CM_PER_INCH } from '#lib/domain/body-measures.ts';
import { type ChartColumn, readColumns } from '#lib/domain/size-columns.ts';
import { measureName } from '#lib/words/sizes.ts';
import { type ChartDraft, readChartNumber } from './garment-draft.ts';

/** What size advice will make of the chart, column by column. */
export function ChartReading({ chart }: { chart: ChartDraft }) {
  const headingId = useId();
  const named = chart.columns.filter(({ name }) => name.trim() !== '');
  const whole = chart.rows.flatMap(({ size, values }) => {
    const numbers = named.map(({ id }) => readChartNumber(values[id] ?? ''));
    return numbers.every((number) => number !== null) ? [{ size, values: numbers }] : [];
  });
  if (named.length === 0 || whole.length === 0) return null;
  const understood = readColumns({ columns: named.map(({ name }) => name), rows: whole });
  return (
    <div className="grid gap-2 rounded-control bg-sunken p-4 text-sm">
      <h3 id={headingId} className="font-medium">
        What size advice understands
      </h3>
      <ul aria-labelledby={headingId} className="grid gap-1.5">
        {named.map(({ id, name }, index) => {
          const column = understood.find((one) => one.index === index);
          const Sign = column ? Check : Minus;
          return (
            <li key={id} className="flex items-start gap-2">
              <Sign
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${column ? 'text-success' : 'text-ink-faint'}`}
              />
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{name}</span>{' '}
                <span className="text-ink-soft">{column ? meaning(column) : 'only shown'}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {understood.length === 0 && (
        <p className="text-pretty text-ink-soft">
          None of these can be held against a body, so no size is advised. Chest, waist, hips,
          inside leg and height can, in centimetres.
        </p>
      )}
    </div>
  );
}

function meaning({ measure, of, cm }: ChartColumn): string {
  const name = measureName[measure].toLowerCase();
  const whose = of === 'body' ? `the ${name} it is made for` : `the garment’s ${name}`;
  const isInches = cm % CM_PER_INCH === 0;
  const isFlat = cm === (isInches ? 2 * CM_PER_INCH : 2);
  return [whose, isFlat && 'laid flat and counted twice', isInches && 'in inches']
    .filter(Boolean)
    .join(', ');
}
