import 'server-only';
import type { CatalogItem, CatalogVariant } from '#lib/domain/catalog-item.ts';
import type { Cell, Codec, Dialect, Field, GarmentValues, SizeField, SizeValues } from './line.ts';
import { fieldsOf, readPictures, readSaid, writeSaid } from './read-garment.ts';

/**
 * The lines of a garment, one a size. A cell that the shop's own file had comes back as it was, unless
 * what it means was changed here.
 */
export function writeGarment(
  item: Omit<CatalogItem, 'category'> & { category?: GarmentValues['category'] },
  dialect: Dialect,
): Cell[][] {
  const variants: (CatalogVariant | null)[] = item.variants?.length ? item.variants : [null];
  const lines = variants.map((variant) => ({ variant, ...kept(item, variant, dialect) }));
  for (const { variant, texts } of lines) {
    for (const [field, cell] of sizeTexts(item, variant, texts, dialect)) texts.set(field, cell);
  }
  const said = fieldsOf(dialect.ofGarment).flatMap((field) => {
    const value = item[field];
    return value === undefined ? [] : [{ field, value, text: writeSaid(field, value, dialect) }];
  });
  const known = new Set(lines.flatMap(({ texts }) => [...texts.keys()]));
  for (const { field, text } of said) {
    const header = dialect.headers[field] ?? field;
    for (const { texts } of lines) if (!texts.has(field)) texts.set(field, { header, text });
  }
  // Only now, since a title may be read from other columns too.
  for (const { field, value, text } of said.filter((one) => known.has(one.field))) {
    const codec = dialect.ofGarment[field] as Codec<typeof value> | undefined;
    const before = readSaid(field, lines, dialect);
    if (before !== undefined && (codec?.isSame ?? Object.is)(before, value)) continue;
    for (const { texts } of lines) {
      texts.set(field, { header: texts.get(field)?.header ?? field, text });
    }
  }
  const pictures = writtenPictures(item, lines, dialect);
  return lines.map(({ texts, others }, i) => [
    ...others,
    ...texts.values(),
    ...(pictures[i] ?? []),
  ]);
}

interface Kept {
  texts: Map<Field, Cell>;
  pictures: Cell[];
  others: Cell[];
}

function kept(
  item: Pick<CatalogItem, 'source'>,
  variant: CatalogVariant | null,
  dialect: Dialect,
): Kept {
  const found: Kept = { texts: new Map(), pictures: [], others: [] };
  for (const [header, text] of Object.entries({ ...item.source, ...variant?.source })) {
    const field = dialect.fieldOf(header);
    if (field) found.texts.set(field, { header, text });
    else if (dialect.isPicture(header)) found.pictures.push({ header, text });
    else found.others.push({ header, text });
  }
  return found;
}

function sizeTexts(
  item: Pick<CatalogItem, 'price'>,
  variant: CatalogVariant | null,
  texts: ReadonlyMap<Field, Cell>,
  dialect: Dialect,
): [Field, Cell][] {
  const own = variant?.price;
  const price = !variant ? item.price : own === undefined ? undefined : (own ?? item.price);
  const values: Partial<SizeValues> = { ...variant, price };
  return fieldsOf(dialect.ofSize).flatMap((field): [Field, Cell][] => {
    const codec = dialect.ofSize[field] as Codec<SizeValues[SizeField]> | undefined;
    const value = values[field];
    if (!codec || value === undefined) return [];
    const cell = texts.get(field);
    const before = cell && codec.read(cell.text);
    if (before !== undefined && (codec.isSame ?? Object.is)(before, value)) return [];
    const header = cell?.header ?? dialect.headers[field] ?? field;
    return [[field, { header, text: codec.write(value) }]];
  });
}

function writtenPictures(
  item: Pick<CatalogItem, 'pictures'>,
  lines: readonly Kept[],
  dialect: Dialect,
): Cell[][] {
  const { pictures } = item;
  if (!pictures) return lines.map((line) => line.pictures);
  const canonical = dialect.writePictures(pictures);
  const asKept = lines.map((line) => (line.pictures.length > 0 ? line.pictures : canonical));
  const before = readPictures(
    asKept.map((cells) => ({ pictures: { found: dialect.readPictures(cells).found, cells } })),
  );
  const isSame =
    before?.length === pictures.length &&
    pictures.every(({ url, alt }, i) => before[i]?.url === url && before[i]?.alt === alt);
  return isSame ? asKept : lines.map(() => canonical);
}
