'use client';

import { type KeyboardEvent, useRef } from 'react';

interface GridOptions {
  rowCount: number;
  /** Makes a row at the end. */
  onAddRow: () => void;
  onMoveRow?: (row: number, by: -1 | 1) => void;
}

/**
 * A table of inputs that is gone about in like a spreadsheet: Enter and the arrows go up and down in a
 * column, and Enter at its end makes a row; Alt and an arrow take the row along.
 */
export function useGrid({ rowCount, onAddRow, onMoveRow }: GridOptions) {
  const table = useRef<HTMLTableElement>(null);

  const go = (row: number, column: string) => {
    const cell = table.current?.querySelector<HTMLInputElement>(
      `input[data-row="${row}"][data-column="${column}"]`,
    );
    cell?.focus();
    cell?.select();
  };
  /** Once it is there. */
  const follow = (row: number, column: string) => requestAnimationFrame(() => go(row, column));

  const onKeyDown = (event: KeyboardEvent, row: number, column: string) => {
    const { key, shiftKey, altKey } = event;
    const isUp = key === 'ArrowUp' || (key === 'Enter' && shiftKey);
    const isDown = key === 'ArrowDown' || (key === 'Enter' && !shiftKey);
    if (event.nativeEvent.isComposing || !(isUp || isDown)) return;
    // Enter would send the form.
    event.preventDefault();
    const by = isUp ? -1 : 1;
    const next = row + by;
    if (altKey && onMoveRow) {
      if (next < 0 || next >= rowCount) return;
      onMoveRow(row, by);
      follow(next, column);
    } else if (key === 'Enter' && next === rowCount) {
      onAddRow();
      follow(next, column);
    } else {
      go(next, column);
    }
  };

  return {
    table,
    cell: (row: number, column: string) => ({
      'data-row': row,
      'data-column': column,
      onKeyDown: (event: KeyboardEvent) => onKeyDown(event, row, column),
    }),
  };
}
