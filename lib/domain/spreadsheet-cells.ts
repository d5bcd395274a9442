/**
 * Cells as a spreadsheet puts them on the clipboard: columns apart by tabs, rows by line ends; a cell
 * with one of those or a quote in it stands in quotes, its own quotes doubled.
 */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  for (;;) {
    const match = pattern.exec(text);
    if (!match) break;
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    // Spreadsheets end the last row like the others.
    if (pattern.lastIndex >= text.length && end !== '\t') break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

/** Whether it is more than one cell: then it is pasted over several. */
export const isSeveralCells = (text: string): boolean => /[\t\r\n]/.test(text.trimEnd());

/**
 * Lays cells over a table from one place on. What sticks out to the right is left out; rows that are
 * missing below are made.
 *
 * @param columns the columns of the table in their order.
 */
export function pasteCells<Column extends string>(
  rowCount: number,
  columns: readonly Column[],
  at: { row: number; column: Column },
  cells: readonly (readonly string[])[],
): { row: number; isNew: boolean; values: Partial<Record<Column, string>> }[] {
  const first = columns.indexOf(at.column);
  return cells.map((line, index) => {
    const row = at.row + index;
    const values: Partial<Record<Column, string>> = {};
    line.forEach((cell, offset) => {
      const column = columns[first + offset];
      if (column !== undefined) values[column] = cell;
    });
    return { row, isNew: row >= rowCount, values };
  });
}
