import 'server-only';
import type { CatalogItem, CatalogProblem, CatalogVariant } from '#lib/domain/catalog-item.ts';
import { settlePrices } from '../prices.ts';
import { error, quoted, warning } from '../problems.ts';
import { commonTitle } from './common-title.ts';
import type {
  Cell,
  Codec,
  Dialect,
  Field,
  GarmentField,
  GarmentValues,
  Line,
  Picture,
  SizeField,
  SizeValues,
} from './line.ts';

export type ReadGarment = Omit<CatalogItem, 'importKey' | 'lines' | 'category'> & {
  /** As a column of its own says; `undefined` where none does. */
  category?: GarmentValues['category'];
};

/** One garment from the lines of its sizes. */
export function readGarment(lines: readonly Line[], dialect: Dialect): ReadGarment {
  const problems: CatalogProblem[] = lines.flatMap((line) => line.problems);
  const kept: Cell[][] = lines.map((line) => [...line.others]);

  const said: Partial<GarmentValues> = {};
  for (const field of fieldsOf(dialect.ofGarment)) {
    const cells = lines.map((line) => line.texts.get(field));
    if (!cells.some((cell) => cell)) continue;
    const value = readSaid(field, lines, dialect);
    Object.assign(said, value !== undefined && { [field]: value });
    const canonical = value === undefined ? '' : writeSaid(field, value, dialect);
    cells.forEach((cell, i) => {
      if (cell && cell.text !== canonical) kept[i]?.push(cell);
    });
    const odd = lines.find((line) => value === undefined && line.texts.get(field)?.text.trim());
    if (odd) problems.push(unreadable(odd, field, dialect.ofGarment[field]));
  }

  const pictures = readPictures(lines);
  lines.forEach((line, i) => {
    if (pictures && line.pictures)
      kept[i]?.push(...keptPictures(line.pictures.cells, pictures, dialect));
  });

  const sizes = lines.map((line, i) => readSize(line, dialect, kept[i] ?? [], problems));
  const { price, ofSizes } = settlePrices(sizes.map((size) => size.price));
  const { shared, own } = splitKept(kept, dialect);
  const isTold = lines.some((line) => sizeFields.some((field) => line.texts.has(field)));
  const isSaid = lines.some((line) =>
    sizeFields.some((field) => line.texts.get(field)?.text.trim()),
  );
  const variants = sizes.map(
    ({ price: _price, size = '', ...values }, i): CatalogVariant => ({
      size,
      ...values,
      ...(ofSizes[i] !== undefined && { price: ofSizes[i] }),
      source: own[i] ?? {},
    }),
  );
  problems.push(...saidTwice(lines, variants));
  const hasSizes = isTold && (isSaid || lines.length > 1);
  return {
    ...said,
    ...(price !== undefined && { price }),
    ...(pictures && { pictures }),
    ...(isTold && { variants: hasSizes ? variants : [] }),
    source: hasSizes ? shared : withoutBlanks({ ...shared, ...own[0] }),
    problems,
  };
}

const withoutBlanks = (source: Record<string, string>) =>
  Object.fromEntries(Object.entries(source).filter(([, text]) => text !== ''));

const sizeFields = ['size', 'sku', 'barcode', 'externalId', 'stock'] as const;

export const fieldsOf = <F extends Field>(codecs: { [K in F]?: unknown }): F[] =>
  Object.keys(codecs) as F[];

/** The first line that says it counts. */
export function readSaid<F extends GarmentField>(
  field: F,
  lines: readonly { texts: ReadonlyMap<Field, Cell> }[],
  dialect: Dialect,
): GarmentValues[F] | undefined {
  const text = (line: (typeof lines)[number], of: Field) => line.texts.get(of)?.text ?? '';
  const texts = lines.map((line) => text(line, field));
  if (field === 'title' && dialect.hasSizesInTitles) {
    const titles = lines.map((line) => ({
      title: text(line, 'title'),
      colour: text(line, 'colour'),
      size: text(line, 'size'),
    }));
    return commonTitle(titles) as GarmentValues[F];
  }
  const codec = dialect.ofGarment[field] as Codec<GarmentValues[F]> | undefined;
  return codec?.read(texts.find((one) => one.trim() !== '') ?? '');
}

export function writeSaid<F extends GarmentField>(
  field: F,
  value: GarmentValues[F],
  dialect: Dialect,
): string {
  const codec = dialect.ofGarment[field] as Codec<GarmentValues[F]> | undefined;
  return codec?.write(value) ?? '';
}

function readSize(
  line: Line,
  dialect: Dialect,
  kept: Cell[],
  problems: CatalogProblem[],
): Partial<SizeValues> {
  const values: Partial<SizeValues> = {};
  for (const field of fieldsOf(dialect.ofSize)) {
    const cell = line.texts.get(field);
    const codec = dialect.ofSize[field] as Codec<SizeValues[SizeField]> | undefined;
    if (!cell || !codec) continue;
    const value = codec.read(cell.text);
    Object.assign(values, value !== undefined && { [field]: value });
    if (cell.text !== (value === undefined ? '' : codec.write(value))) kept.push(cell);
    if (value === undefined && cell.text.trim()) problems.push(unreadable(line, field, codec));
  }
  return values;
}

function unreadable(line: Line, field: Field, codec: { advice?: (text: string) => string } = {}) {
  const { header = field, text = '' } = line.texts.get(field) ?? {};
  const severe = field === 'price' ? error : warning;
  const message = codec.advice?.(text) ?? `${quoted(text)} cannot be read; it was left out.`;
  return severe({ line: line.from, column: header }, message);
}

/** All pictures of all sizes, in the order in which they are met. */
export function readPictures(lines: readonly Pick<Line, 'pictures'>[]): Picture[] | undefined {
  if (!lines.some((line) => line.pictures)) return undefined;
  const byUrl = new Map<string, Picture>();
  for (const { pictures } of lines) {
    for (const one of pictures?.found ?? []) if (!byUrl.has(one.url)) byUrl.set(one.url, one);
  }
  return [...byUrl.values()];
}

function keptPictures(cells: Cell[], pictures: readonly Picture[], dialect: Dialect): Cell[] {
  const said = cells.filter(({ text }) => text !== '');
  const canonical = dialect.writePictures(pictures);
  const isCanonical =
    said.length === canonical.length &&
    canonical.every(({ header, text }) =>
      said.some((cell) => dialect.isSameHeader(cell.header, header) && cell.text === text),
    );
  if (isCanonical) return [];
  // That a line has no pictures while another has some is told by one blank cell.
  return said.length > 0 ? said : cells.slice(0, 1);
}

/** What all lines have is the garment's, anything else its sizes'; pictures belong together. */
function splitKept(kept: readonly Cell[][], dialect: Dialect) {
  const texts = kept.map((cells) => new Map(cells.map(({ header, text }) => [header, text])));
  const [first = new Map<string, string>()] = texts;
  const isSame = (header: string) => texts.every((one) => one.get(header) === first.get(header));
  const headers = new Set(kept.flat().map(({ header }) => header));
  const hasSamePictures = [...headers].filter(dialect.isPicture).every(isSame);
  const isShared = (header: string) =>
    isSame(header) &&
    !dialect.isOnlyOfSize(header) &&
    (hasSamePictures || !dialect.isPicture(header));
  const shared = [...first].filter(([header]) => isShared(header));
  const own = texts.map((one) => [...one].filter(([header]) => !isShared(header)));
  return {
    shared: Object.fromEntries(shared),
    own: own.map((entries) => Object.fromEntries(entries)),
  };
}

function saidTwice(lines: readonly Line[], variants: readonly CatalogVariant[]): CatalogProblem[] {
  const seen = new Map<string, number>();
  return variants.flatMap(({ size }, i) => {
    const line = lines[i];
    const earlier = seen.get(size);
    if (!line) return [];
    seen.set(size, line.from);
    if (earlier === undefined) return [];
    const name = size === '' ? 'A line without a size' : `The size ${quoted(size)}`;
    const message = `${name} is in line ${earlier} already. Remove one of the two, or give them different sizes.`;
    return [error({ line: line.from, column: line.texts.get('size')?.header ?? null }, message)];
  });
}
