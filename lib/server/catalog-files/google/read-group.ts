import 'server-only';
import { inferCategory } from '#lib/domain/catalog/infer-category.ts';
import { colourKey, importKeyOf } from '#lib/domain/catalog/option-words.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { checkItem } from '../check-item.ts';
import type { FileRow, RowGroup } from '../rows.ts';
import type { Dialect } from '../size-table/line.ts';
import { readGarment } from '../size-table/read-garment.ts';
import { toLine } from '../size-table/to-line.ts';
import { attributeOf } from './attributes.ts';

const textOf = (
  { headers, cells }: Pick<FileRow, 'headers' | 'cells'>,
  attribute: string,
): string => {
  const index = headers.findIndex((header) => attributeOf(header) === attribute);
  return (cells[index] ?? '').trim();
};

/** What belongs together: the group that a line names, or the line alone. */
export const googleKey = (row: Pick<FileRow, 'headers' | 'cells'>): string =>
  textOf(row, 'item_group_id') || textOf(row, 'id');

/** The garments of one group: one a colour. */
export function readGoogleGroup(
  { key, rows, problems }: RowGroup,
  dialect: Dialect,
): CatalogItem[] {
  const lines = rows.map((row) => ({ row, line: toLine(row, dialect) }));
  const isGroup = rows.some((row) => textOf(row, 'item_group_id') !== '');
  const byColour = Map.groupBy(lines, ({ line }) =>
    colourKey(line.texts.get('colour')?.text ?? ''),
  );
  return [...byColour.values()].map((ofColour): CatalogItem => {
    const { category: _none, ...garment } = readGarment(
      ofColour.map(({ line }) => line),
      dialect,
    );
    const first = ofColour[0]?.row;
    const item: CatalogItem = {
      importKey: isGroup ? importKeyOf(key, garment.colour) : key,
      lines: { from: first?.from ?? 0, to: Math.max(...ofColour.map(({ row }) => row.to)) },
      ...garment,
      category: inferCategory({
        title: garment.title,
        productType: garment.productType,
        productCategory: ofColour
          .map(({ row }) => textOf(row, 'google_product_category'))
          .find((text) => text !== ''),
      }),
      problems: [...problems, ...garment.problems],
    };
    checkItem(item, (field) => ofColour[0]?.line.texts.get(field)?.header ?? null);
    return item;
  });
}
