import 'server-only';
import { oneLine } from '#lib/domain/catalog/cell-values.ts';

/**
 * What a garment is called, of what its sizes are: feeds put colour and size behind
 * ("Linen shirt – Blue – M"). The first title where what is left does not make them one.
 */
export function commonTitle(
  lines: readonly { title: string; colour: string; size: string }[],
): string {
  const bare = lines
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, colour, size }) =>
      withoutEnd(withoutEnd(oneLine(title), size, AFTER_ANYTHING), colour, AFTER_A_MARK),
    );
  const [first = ''] = bare;
  if (bare.every((title) => title === first)) return first;
  return oneLine(lines.find(({ title }) => title.trim() !== '')?.title ?? '');
}

const AFTER_ANYTHING = /([\s,/|(–-]|\bsize)+$/i;
/** "Dress in Ink" ends with its colour, and is called so. */
const AFTER_A_MARK = /\s*[,/|(–-]\s*$/;

function withoutEnd(title: string, end: string, separator: RegExp): string {
  const word = oneLine(end).toLowerCase();
  const open = title.replace(/\)$/, '');
  if (word === '' || !open.toLowerCase().endsWith(word)) return title;
  const bare = open.slice(0, -word.length);
  return separator.test(bare) ? bare.replace(separator, '').trim() || title : title;
}
