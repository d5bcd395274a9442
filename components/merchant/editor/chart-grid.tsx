'use client';

import { X } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { newId } from '#lib/client/new-id.ts';
import { pasteCells } from '#lib/domain/spreadsheet-cells.ts';
import { cellKey } from './check-draft.ts';
import type { ChartDraft, ChartRow } from './garment-draft.ts';
import { GridInput } from './grid-input.tsx';
import { firstColumn, GridTable } from './grid-table.tsx';
import { useGrid } from './use-grid.ts';

interface ChartGridProps {
  chart: ChartDraft;
  /** What is wrong, by `cellKey`. */
  cells: ReadonlyMap<string, string>;
  onChange: (chart: ChartDraft) => void;
}

const newRow = (): ChartRow => ({ id: newId(), size: '', values: {} });

/** Sizes by measurements. The names of the measurements are its first row. */
export function ChartGrid({ chart, cells, onChange }: ChartGridProps) {
  const { columns, rows } = chart;
  const setRows = (next: ChartRow[]) => onChange({ ...chart, rows: next });
  const grid = useGrid({
    rowCount: rows.length,
    onAddRow: () => setRows([...rows, newRow()]),
    onMoveRow: (row, by) => {
      const moved = rows[row];
      if (moved) setRows(rows.toSpliced(row, 1).toSpliced(row + by, 0, moved));
    },
  });

  const write = (row: ChartRow, values: Partial<Record<string, string>>): ChartRow => {
    const { size = row.size, ...numbers } = values;
    return { ...row, size, values: { ...row.values, ...(numbers as Record<string, string>) } };
  };
  const order = ['size', ...columns.map(({ id }) => id)];
  const paste = (index: number, column: string, pasted: string[][]) => {
    const next = [...rows];
    for (const { row, values } of pasteCells(rows.length, order, { row: index, column }, pasted)) {
      next[row] = write(rows[row] ?? newRow(), values);
    }
    setRows(next);
  };
  const rename = (id: string, name: string) =>
    onChange({
      ...chart,
      columns: columns.map((column) => (column.id === id ? { id, name } : column)),
    });

  return (
    <GridTable
      ref={grid.table}
      caption="Size chart. Enter goes down a column; cells from a spreadsheet can be pasted."
    >
      <thead>
        <tr className="divide-x divide-line border-b border-line-strong align-top text-label text-ink-soft">
          <th scope="col" className={`min-w-24 px-2 py-3 font-medium ${firstColumn}`}>
            Size
          </th>
          {columns.map(({ id, name }, index) => (
            <th key={id} scope="col" className="min-w-44 font-medium">
              <span className="flex items-start">
                <span className="min-w-0 flex-1">
                  <GridInput
                    {...grid.cell(-1, id)}
                    aria-label={`Measurement ${index + 1}`}
                    value={name}
                    placeholder="Chest (cm)"
                    onWrite={(value) => rename(id, value)}
                    onCells={([line = []]) => rename(id, line[0] ?? '')}
                    error={cells.get(cellKey('columns', id))}
                    className="font-medium"
                  />
                </span>
                <Remove
                  label={`Remove the measurement ${name || index + 1}`}
                  onRemove={() =>
                    onChange({ ...chart, columns: columns.filter((column) => column.id !== id) })
                  }
                />
              </span>
            </th>
          ))}
          <th scope="col" className="w-11">
            <span className="sr-only">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const name = row.size || `row ${index + 1}`;
          const errorOf = (column: string) => cells.get(cellKey(row.id, column));
          return (
            <tr key={row.id} className="divide-x divide-line border-b border-line align-top">
              <td className={firstColumn}>
                <GridInput
                  {...grid.cell(index, 'size')}
                  aria-label={`Size in row ${index + 1} of the chart`}
                  value={row.size}
                  onWrite={(size) => setRows(rows.with(index, { ...row, size }))}
                  onCells={(pasted) => paste(index, 'size', pasted)}
                  error={errorOf('size')}
                  className="font-medium"
                />
              </td>
              {columns.map((column) => (
                <td key={column.id}>
                  <GridInput
                    {...grid.cell(index, column.id)}
                    aria-label={`${column.name} of ${name}`}
                    inputMode="decimal"
                    placeholder="–"
                    value={row.values[column.id] ?? ''}
                    onWrite={(value) =>
                      setRows(rows.with(index, write(row, { [column.id]: value })))
                    }
                    onCells={(pasted) => paste(index, column.id, pasted)}
                    error={errorOf(column.id)}
                  />
                </td>
              ))}
              <td>
                <Remove
                  label={`Remove ${name} from the chart`}
                  onRemove={() => setRows(rows.toSpliced(index, 1))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </GridTable>
  );
}

function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Button
      variant="quiet"
      aria-label={label}
      onClick={onRemove}
      className="w-11 px-0 text-ink-soft"
    >
      <X aria-hidden />
    </Button>
  );
}
