import 'server-only';
import { garmentLimits } from '#lib/contracts/garment-edit.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { error, quoted, warning } from './problems.ts';

/** What a merchant may write by hand a file may say too, and no more. */
const longest = {
  title: garmentLimits.title,
  description: garmentLimits.description,
  colour: garmentLimits.colour,
  material: garmentLimits.material,
  size: garmentLimits.size,
};
const SHORTEST_TITLE = 2;

export type CheckedField = keyof typeof longest;

/**
 * Adds the problems of what is too long or missing. What the garment can do without is left out; what
 * it cannot keeps it out.
 */
export function checkItem(
  item: CatalogItem,
  columnOf: (field: CheckedField) => string | null,
): void {
  const place = (field: CheckedField) => ({ line: item.lines.from, column: columnOf(field) });
  const isLong = (text: string | undefined, field: CheckedField): text is string =>
    text !== undefined && text.length > longest[field];
  const tooLong = (field: CheckedField, text: string) =>
    `The ${field} ${quoted(text)} has ${text.length} characters; at most ${longest[field]} fit.`;

  if (item.title !== undefined && item.title.length < SHORTEST_TITLE) {
    item.problems.push(
      error(
        place('title'),
        item.title === ''
          ? 'It has no title. Give it one.'
          : `${quoted(item.title)} is too short for a title.`,
      ),
    );
  }
  for (const field of ['title', 'colour'] as const) {
    const text = item[field];
    if (isLong(text, field)) {
      item.problems.push(error(place(field), `${tooLong(field, text)} Shorten it.`));
    }
  }
  for (const field of ['description', 'material'] as const) {
    const text = item[field];
    if (!isLong(text, field)) continue;
    item.problems.push(
      warning(place(field), `${tooLong(field, text)} It was left out; shorten it to have it.`),
    );
    delete item[field];
  }
  for (const { size } of item.variants ?? []) {
    if (isLong(size, 'size')) {
      item.problems.push(error(place('size'), `${tooLong('size', size)} Shorten it.`));
    }
  }
}
