import 'server-only';
import { isWebAddress, oneLine, readCount } from '#lib/domain/catalog/cell-values.ts';
import { colourNamedIn } from '#lib/domain/catalog/option-words.ts';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';
import { quoted, warning } from '../problems.ts';
import type { FileRow } from '../rows.ts';
import type { ShopifyCells } from './cells.ts';

export interface Picture {
  url: string;
  alt?: string;
}

/** All pictures of a product in their order, and what is wrong with some. */
export function readPictures(
  rows: readonly FileRow[],
  { cell, header }: ShopifyCells,
): { pictures: Picture[]; problems: CatalogProblem[] } {
  const problems: CatalogProblem[] = [];
  const found = rows.flatMap((row, order) => {
    const url = cell(row, 'image')?.trim();
    if (!url) return [];
    if (!isWebAddress(url)) {
      problems.push(noWebAddress(row, header('image'), url));
      return [];
    }
    const alt = oneLine(cell(row, 'imageAlt') ?? '');
    const position = readCount(cell(row, 'imagePosition') ?? '') ?? Number.POSITIVE_INFINITY;
    return [{ picture: alt ? { url, alt } : { url }, position, order }];
  });
  found.sort((a, b) =>
    a.position < b.position ? -1 : a.position > b.position ? 1 : a.order - b.order,
  );
  const seen = new Set<string>();
  const pictures = found
    .map(({ picture }) => picture)
    .filter(({ url }) => !seen.has(url) && seen.add(url));
  return { pictures, problems };
}

export const noWebAddress = (row: FileRow, column: string, url: string): CatalogProblem =>
  warning(
    { line: row.from, column },
    `${quoted(url)} is no web address of a picture; it was left out. It has to begin with https://.`,
  );

/**
 * Which pictures belong to which colour. A picture that a size has as its own belongs to that size's
 * colour, one that names a colour in its words or its file's name to that one, all others to all.
 * A colour's own come first. The colours are written as their keys.
 */
export function splitPictures(
  pictures: readonly Picture[],
  ownOfColours: ReadonlyMap<string, readonly string[]>,
): Map<string, Picture[]> {
  const colours = [...ownOfColours.keys()];
  const byUrl = new Map(pictures.map((picture) => [picture.url, picture]));
  const ownOf = (colour: string) =>
    (ownOfColours.get(colour) ?? []).map((url) => byUrl.get(url) ?? { url });
  const [only] = colours;
  if (only !== undefined && colours.length === 1) {
    return new Map([[only, [...new Set([...pictures, ...ownOf(only)])]]]);
  }
  const takenBy = new Map<string, string[]>();
  for (const colour of colours) {
    for (const { url } of ownOf(colour)) takenBy.set(url, [...(takenBy.get(url) ?? []), colour]);
  }
  const belongsTo = ({ url, alt = '' }: Picture): readonly string[] => {
    const named = colourNamedIn(alt, colours) ?? colourNamedIn(fileName(url), colours);
    return takenBy.get(url) ?? (named === null ? colours : [named]);
  };
  const owners = new Map(pictures.map((picture) => [picture, belongsTo(picture)]));
  return new Map(
    colours.map((colour) => {
      const own = ownOf(colour);
      const others = pictures.filter(
        (picture) => owners.get(picture)?.includes(colour) && !own.includes(picture),
      );
      return [colour, [...own, ...others]];
    }),
  );
}

/** Without the path, whose words are about the shop. */
function fileName(url: string): string {
  const name = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  return name.replace(/\.\w+$/, '').replace(/%[\da-f]{2}/gi, ' ');
}

/** All pictures of a product in an order that is right for each of its colours, as far as there is one. */
export function mergePictures(lists: readonly (readonly Picture[])[]): Picture[] {
  const merged: Picture[] = [];
  const known = new Set<string>();
  for (const list of lists) {
    let waiting: Picture[] = [];
    for (const picture of list) {
      if (!known.has(picture.url)) {
        waiting.push(picture);
        known.add(picture.url);
        continue;
      }
      const at = merged.findIndex(({ url }) => url === picture.url);
      if (at >= 0) {
        merged.splice(at, 0, ...waiting);
        waiting = [];
      }
    }
    merged.push(...waiting);
  }
  return merged;
}
