import 'server-only';
import { oneLine } from '#lib/domain/catalog/cell-values.ts';

/**
 * What a garment is called, of what its sizes are: feeds put the size behind ("Linen shirt – Blue – M").
 * The first title where that does not make them one.
 */
export function commonTitle(titles: readonly string[], sizes: readonly string[]): string {
  const said = titles.map(oneLine);
  const [first = ''] = said.filter((title) => title !== '');
  if (said.every((title) => title === first || title === '')) return first;
  const [bare, ...others] = said.map((title, i) => withoutEnd(title, oneLine(sizes[i] ?? '')));
  return bare && others.every((title) => title === bare) ? bare : first;
}

function withoutEnd(title: string, size: string): string {
  const end = size.toLowerCase();
  const bracketed = title.replace(/\)$/, '');
  if (end === '' || !bracketed.toLowerCase().endsWith(end)) return title;
  const bare = bracketed.slice(0, -end.length);
  return /[\s,/|(–-]$/.test(bare) ? bare.replace(/(\s+size|[\s,/|(–-])+$/i, '') : title;
}
