import 'server-only';
import { quoted, warning } from '../problems.ts';
import type { FileRow } from '../rows.ts';
import type { Cell, Dialect, Line } from './line.ts';

/** A row by what its columns mean. Of two that mean the same, the first counts. */
export function toLine(row: FileRow, dialect: Dialect): Line {
  const line: Line = {
    from: row.from,
    texts: new Map(),
    pictures: undefined,
    others: [],
    problems: [...row.problems],
  };
  const pictures: Cell[] = [];
  row.headers.forEach((header, i) => {
    const cell = { header, text: row.cells[i] ?? '' };
    const field = dialect.fieldOf(header);
    if (header === '') return;
    if (dialect.isPicture(header)) pictures.push(cell);
    else if (field && !line.texts.has(field)) line.texts.set(field, cell);
    else if (!field && cell.text !== '') line.others.push(cell);
  });
  if (pictures.length > 0) {
    const { found, odd } = dialect.readPictures(pictures);
    line.pictures = { found, cells: pictures };
    for (const { header, text } of odd) {
      line.problems.push(
        warning(
          { line: row.from, column: header },
          `${quoted(text)} is no web address of a picture; it was left out. It has to begin with https://.`,
        ),
      );
    }
  }
  return line;
}
