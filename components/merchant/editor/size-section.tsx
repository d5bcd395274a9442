'use client';

import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { newId } from '#lib/client/new-id.ts';
import { categoryOf } from '#lib/domain/category.ts';
import { sizeRanges } from '#lib/domain/size-ranges.ts';
import { pasteCells } from '#lib/domain/spreadsheet-cells.ts';
import { cellKey } from './check-draft.ts';
import { fieldError } from './field-errors.ts';
import {
  isBlankVariant,
  newVariant,
  type VariantColumn,
  type VariantRow,
  variantColumns,
} from './garment-draft.ts';
import { GridInput } from './grid-input.tsx';
import { firstColumn, GridTable } from './grid-table.tsx';
import { RowMenu } from './row-menu.tsx';
import { toastUndo } from './toast-undo.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';
import { useGrid } from './use-grid.ts';

const columns: Record<VariantColumn, { name: string; width: string }> = {
  size: { name: 'Size', width: 'min-w-24' },
  sku: { name: 'SKU', width: 'min-w-40' },
  barcode: { name: 'Barcode', width: 'min-w-32' },
  price: { name: 'Price', width: 'min-w-20' },
  stock: { name: 'Stock', width: 'min-w-16' },
  externalId: { name: 'Checkout ID', width: 'min-w-28' },
};

/** The sizes that are sold, each with its stock and its codes. */
export function SizeSection({ editor }: { editor: GarmentEditorState }) {
  const { draft, problems, change } = editor;
  const rows = draft.variants;
  const headingId = useId();
  const [said, say] = useState('');

  const setRows = (variants: VariantRow[]) => change({ variants });
  const write = (index: number, values: Partial<VariantRow>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...values } : row)));
  const add = (sizes: readonly string[]) =>
    setRows([
      ...rows.filter((row) => !isBlankVariant(row)),
      ...sizes.map((size) => newVariant(newId(), size)),
    ]);
  const move = (index: number, by: -1 | 1) => {
    const row = rows[index];
    if (!row) return;
    setRows(rows.toSpliced(index, 1).toSpliced(index + by, 0, row));
    say(`${row.size || 'The row'} is now ${index + by + 1} of ${rows.length}.`);
  };
  const paste = (index: number, column: VariantColumn, cells: string[][]) => {
    const next = [...rows];
    for (const { row, isNew, values } of pasteCells(
      rows.length,
      variantColumns,
      { row: index, column },
      cells,
    )) {
      next[row] = { ...(isNew ? newVariant(newId()) : rows[row]), ...values } as VariantRow;
    }
    setRows(next);
    say(`${cells.length} rows pasted.`);
  };

  const addBlank = () => setRows([...rows, newVariant(newId())]);
  const grid = useGrid({ rowCount: rows.length, onAddRow: addBlank, onMoveRow: move });
  const ranges = sizeRanges[categoryOf(draft.category ?? 'NONE') ?? 'UPPER_BODY'].filter(
    ({ sizes }) => sizes.some((size) => !rows.some((row) => row.size === size)),
  );
  const problem = fieldError(editor, 'variants');
  return (
    <section
      aria-labelledby={headingId}
      className="grid grid-cols-1 gap-4"
      data-invalid={problem ? true : undefined}
    >
      <SectionHeading id={headingId}>Sizes and stock</SectionHeading>
      {rows.length > 0 ? (
        <GridTable
          ref={grid.table}
          caption="Sizes of this garment. Enter goes down a column, Alt with an arrow moves the row; cells from a spreadsheet can be pasted."
        >
          <thead>
            <tr className="divide-x divide-line border-b border-line-strong text-label text-ink-soft">
              {variantColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`px-2 py-2 font-medium ${columns[column].width} ${column === 'size' ? firstColumn : ''}`}
                >
                  {columns[column].name}
                </th>
              ))}
              <th scope="col" className="w-11">
                <span className="sr-only">More</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id} className="divide-x divide-line border-b border-line align-top">
                {variantColumns.map((column) => (
                  <td key={column} className={column === 'size' ? firstColumn : ''}>
                    <GridInput
                      {...grid.cell(index, column)}
                      aria-label={`${columns[column].name} of ${row.size || `row ${index + 1}`}`}
                      inputMode={inputModes[column]}
                      placeholder={placeholderOf(column, draft.price)}
                      value={row[column]}
                      onWrite={(value) => write(index, { [column]: value })}
                      onCells={(cells) => paste(index, column, cells)}
                      error={problems.cells.get(cellKey(row.id, column))}
                      className={column === 'size' ? 'font-medium' : ''}
                    />
                  </td>
                ))}
                <td>
                  <RowMenu
                    name={row.size || `row ${index + 1}`}
                    onUp={index > 0 ? () => move(index, -1) : null}
                    onDown={index < rows.length - 1 ? () => move(index, 1) : null}
                    onRemove={() => {
                      setRows(rows.toSpliced(index, 1));
                      toastUndo(`${row.size || 'The row'} removed.`, () =>
                        setRows(editor.now().variants.toSpliced(index, 0, row)),
                      );
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </GridTable>
      ) : (
        <p className="text-sm text-pretty text-ink-soft">
          Without sizes it can be tried on, and not be put into a bag.
        </p>
      )}
      {problem && problem !== 'Some cells are not right yet.' && (
        <p role="alert" className="text-label font-medium text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="secondary" size="small" onClick={addBlank}>
          <Plus aria-hidden /> Add a size
        </Button>
        {ranges.map(({ name, sizes }) => (
          <Button
            key={name}
            variant="quiet"
            size="small"
            aria-label={`Add the sizes ${name}`}
            onClick={() => add(sizes.filter((size) => !rows.some((row) => row.size === size)))}
          >
            {name}
          </Button>
        ))}
      </div>
      {rows.length > 0 && rows.every(({ stock }) => Number(stock) === 0) && (
        <p className="text-label text-warning">
          Nothing is in stock: it can be tried on, and not be put into a bag.
        </p>
      )}
      <p className="text-label text-pretty text-ink-soft">
        A blank price is the garment’s. Without a checkout ID, the SKU is handed to your checkout.
        Columns from a spreadsheet can be pasted into any cell.
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}

const inputModes = {
  size: 'text',
  sku: 'text',
  barcode: 'text',
  price: 'decimal',
  stock: 'numeric',
  externalId: 'text',
} as const satisfies Record<VariantColumn, string>;

function placeholderOf(column: VariantColumn, price: string): string | undefined {
  if (column === 'price') return price.trim() || undefined;
  return column === 'stock' ? '0' : undefined;
}
