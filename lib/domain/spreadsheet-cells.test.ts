import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeveralCells, pasteCells, readCells } from './spreadsheet-cells.ts';

describe('what comes from a spreadsheet', () => {
  it('is rows and columns, with or without a last line end', () => {
    expect(readCells('S\t4\r\nM\t6\r\n')).toEqual([
      ['S', '4'],
      ['M', '6'],
    ]);
    expect(readCells('S\nM')).toEqual([['S'], ['M']]);
    expect(readCells('one')).toEqual([['one']]);
  });

  it('keeps empty cells, also at the end of a row', () => {
    expect(readCells('S\t\t4\nM\t\t')).toEqual([
      ['S', '', '4'],
      ['M', '', ''],
    ]);
    expect(readCells('S\n\nL')).toEqual([['S'], [''], ['L']]);
  });

  it('reads cells in quotes, and takes an inch sign for what it is', () => {
    expect(readCells('"two\nlines"\t"say ""hi"""')).toEqual([['two\nlines', 'say "hi"']]);
    expect(readCells('32"\t34"')).toEqual([['32"', '34"']]);
    expect(readCells('"unended\tcell')).toEqual([['"unended', 'cell']]);
  });

  it('reads back whatever a spreadsheet writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '5') });
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    const write = (text: string) =>
      /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    fc.assert(
      fc.property(table, (rows) => {
        const trimmed = rows.map((row) => row.map((text) => text.trim()));
        expect(readCells(`${rows.map((row) => row.map(write).join('\t')).join('\n')}\n`)).toEqual(
          trimmed,
        );
      }),
    );
  });

  it('is several cells when there is more than one', () => {
    expect(isSeveralCells('M')).toBe(false);
    expect(isSeveralCells('M\n')).toBe(false);
    expect(isSeveralCells('S\nM')).toBe(true);
  });
});

describe('cells that are pasted into a table', () => {
  const columns = ['size', 'sku', 'stock'] as const;

  it('are laid from the cell on that has the cursor, and make rows where there are none', () => {
    const cells = [
      ['A-1', '4'],
      ['A-2', '6'],
    ];
    expect(pasteCells(2, columns, { row: 1, column: 'sku' }, cells)).toEqual([
      { row: 1, isNew: false, values: { sku: 'A-1', stock: '4' } },
      { row: 2, isNew: true, values: { sku: 'A-2', stock: '6' } },
    ]);
  });

  it('are left out where they stick out to the right', () => {
    expect(pasteCells(1, columns, { row: 0, column: 'stock' }, [['4', 'lost']])).toEqual([
      { row: 0, isNew: false, values: { stock: '4' } },
    ]);
  });
});
