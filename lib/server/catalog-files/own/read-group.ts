import 'server-only';
import { oneLine } from '#lib/domain/catalog/cell-values.ts';
import { inferCategory } from '#lib/domain/catalog/infer-category.ts';
import { colourKey, importKeyOf } from '#lib/domain/catalog/option-words.ts';
import type { ColumnMapping, OwnField } from '#lib/domain/catalog/own-columns.ts';
import type { CatalogItem, CatalogPrice } from '#lib/domain/catalog-item.ts';
import { checkItem } from '../check-item.ts';
import type { FileRow, RowGroup } from '../rows.ts';
import { readGarment } from '../size-table/read-garment.ts';
import { toLine } from '../size-table/to-line.ts';
import { ownDialect } from './dialect.ts';

type Cells = Pick<FileRow, 'headers' | 'cells'>;

export interface OwnTable {
  mapping: ColumnMapping;
  /** Our own files have keys that are whole; a shop's are the same for all colours. */
  isOurs: boolean;
  currency: string;
}

const textOf = ({ headers, cells }: Cells, mapping: ColumnMapping, field: OwnField): string =>
  oneLine(cells[headers.findIndex((header) => mapping[header] === field)] ?? '');

export const hasField = (mapping: ColumnMapping, field: OwnField): boolean =>
  Object.values(mapping).includes(field);

/** What lines of one garment have in common: its key, or where there is no such column its title. */
export const ownKey =
  (mapping: ColumnMapping) =>
  (row: Cells): string =>
    hasField(mapping, 'key')
      ? textOf(row, mapping, 'key')
      : colourKey(textOf(row, mapping, 'title'));

/** The key of one colour, unless it is that already. */
export const keyOfColour = (key: string, colour: string): string =>
  colour === '' || key.endsWith(`#${colourKey(colour)}`) ? key : importKeyOf(key, colour);

export function readOwnGroup(
  group: RowGroup,
  { mapping, isOurs, currency }: OwnTable,
): CatalogItem[] {
  const colourOf = (row: FileRow) => (isOurs ? '' : textOf(row, mapping, 'colour'));
  const byColour = Map.groupBy(group.rows, (row) => colourKey(colourOf(row)));
  return [...byColour.values()].map((rows) => {
    const stated = rows
      .map((row) => textOf(row, mapping, 'currency').toUpperCase())
      .find((text) => text);
    const own = stated && /^[A-Z]{3}$/.test(stated) ? stated : currency;
    const dialect = ownDialect(mapping, isOurs, own);
    const lines = rows.map((row) => toLine(row, dialect));
    const { category, ...garment } = readGarment(lines, dialect);
    const first = rows[0];
    const inOwn = (price: CatalogPrice | null | undefined) => {
      const stated = price?.currency ?? own;
      return price && { ...price, currency: stated === currency ? null : stated };
    };
    const item: CatalogItem = {
      importKey: keyOfColour(group.key, first ? colourOf(first) : ''),
      lines: { from: first?.from ?? 0, to: Math.max(...rows.map(({ to }) => to)) },
      ...(byColour.size > 1 && { style: group.key }),
      ...garment,
      ...(garment.price !== undefined && { price: inOwn(garment.price) }),
      ...(garment.variants && {
        variants: garment.variants.map((variant) => ({
          ...variant,
          ...(variant.price && { price: inOwn(variant.price) }),
        })),
      }),
      category:
        category === undefined
          ? inferCategory({
              title: garment.title,
              productType: garment.productType,
              tags: garment.tags,
            })
          : { value: category, because: 'own_column' },
      problems: [...group.problems, ...garment.problems],
    };
    for (const [header, text] of Object.entries(item.source)) {
      if (mapping[header] === 'key' && text === item.importKey) delete item.source[header];
    }
    checkItem(item, (field) => lines[0]?.texts.get(field)?.header ?? null);
    return item;
  });
}
