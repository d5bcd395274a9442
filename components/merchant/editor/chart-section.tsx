'use client';

import { Plus } from 'lucide-react';
import { useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Menu, MenuAction } from '#components/ui/menu.tsx';
import { newId } from '#lib/client/new-id.ts';
import { categoryOf } from '#lib/domain/category.ts';
import { chartMeasures, usualMeasures } from '#lib/domain/chart-measures.ts';
import { ChartGrid } from './chart-grid.tsx';
import { ChartReading } from './chart-reading.tsx';
import { fieldError } from './field-errors.ts';
import { isBlankChartRow, isBlankVariant } from './garment-draft.ts';
import { toastUndo } from './toast-undo.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';

/** What each size measures: shoppers see it, and size advice goes by it. */
export function ChartSection({ editor }: { editor: GarmentEditorState }) {
  const { draft, change } = editor;
  const chart = draft.sizeChart;
  const headingId = useId();
  const category = categoryOf(draft.category ?? 'NONE') ?? 'UPPER_BODY';
  const isEmpty = chart.columns.length === 0 && chart.rows.length === 0;
  const sold = draft.variants
    .filter((row) => !isBlankVariant(row))
    .map(({ size }) => size.trim())
    .filter(Boolean);
  const missing = sold.filter((size) => !chart.rows.some((row) => row.size.trim() === size));

  const setChart = (sizeChart: typeof chart) => change({ sizeChart });
  const rowsFor = (sizes: readonly string[]) =>
    sizes.map((size) => ({ id: newId(), size, values: {} }));
  const columnsFor = (names: readonly string[]) => names.map((name) => ({ id: newId(), name }));
  const addColumn = (name: string) =>
    setChart({ ...chart, columns: [...chart.columns, ...columnsFor([name])] });
  const unused = chartMeasures[category].filter(
    (name) => !chart.columns.some((column) => column.name.trim() === name),
  );
  const problem = fieldError(editor, 'sizeChart');

  return (
    <section
      aria-labelledby={headingId}
      className="grid grid-cols-1 gap-4"
      data-invalid={problem ? true : undefined}
    >
      <SectionHeading id={headingId}>Size chart</SectionHeading>
      {isEmpty ? (
        <div className="grid justify-items-start gap-3">
          <p className="text-sm text-pretty text-ink-soft">
            Centimetres by size. Shoppers see it, and are told which size comes nearest to them.
          </p>
          <Button
            variant="secondary"
            size="small"
            onClick={() =>
              setChart({
                columns: columnsFor(usualMeasures[category]),
                rows: rowsFor(sold.length > 0 ? sold : ['']),
              })
            }
          >
            <Plus aria-hidden /> Begin a size chart
          </Button>
        </div>
      ) : (
        <>
          <ChartGrid chart={chart} cells={editor.problems.cells} onChange={setChart} />
          {problem && (
            <p className="text-label font-medium text-warning">
              {problem} The chart is saved when it is whole.
            </p>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button
              variant="secondary"
              size="small"
              onClick={() => setChart({ ...chart, rows: [...chart.rows, ...rowsFor([''])] })}
            >
              <Plus aria-hidden /> Add a size
            </Button>
            <Menu
              align="start"
              variant="secondary"
              size="small"
              trigger={
                <>
                  <Plus aria-hidden /> Add a measurement
                </>
              }
            >
              {unused.map((name) => (
                <MenuAction key={name} onSelect={() => addColumn(name)}>
                  {name}
                </MenuAction>
              ))}
              <MenuAction onSelect={() => addColumn('')}>Another one …</MenuAction>
            </Menu>
            {missing.length > 0 && (
              <Button
                variant="quiet"
                size="small"
                onClick={() =>
                  setChart({
                    ...chart,
                    rows: [
                      ...chart.rows.filter((row) => !isBlankChartRow(row)),
                      ...rowsFor(missing),
                    ],
                  })
                }
              >
                Add {missing.join(', ')}
              </Button>
            )}
            <Button
              variant="quiet"
              size="small"
              onClick={() => {
                setChart({ columns: [], rows: [] });
                toastUndo('Size chart removed.', () => setChart(chart));
              }}
              className="ml-auto"
            >
              Remove the chart
            </Button>
          </div>
          <ChartReading chart={chart} />
        </>
      )}
    </section>
  );
}
