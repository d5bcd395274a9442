import 'server-only';
import { readCode, writeCode } from '#lib/domain/catalog/cell-values.ts';
import type {
  CatalogItem,
  CatalogPrice,
  CatalogProblem,
  CatalogVariant,
} from '#lib/domain/catalog-item.ts';
import { readPrice, settlePrices, writePrice } from '../prices.ts';
import { error, quoted, warning } from '../problems.ts';
import type { FileRow } from '../rows.ts';
import { readStock, type ShopifyCells } from './cells.ts';
import type { ShopifyField } from './columns.ts';
import { type Choice, readChoices } from './options.ts';

interface Sizes {
  fields: Pick<CatalogItem, 'price' | 'variants'>;
  problems: CatalogProblem[];
}

interface Reading {
  cells: ShopifyCells;
  choices: readonly Choice[];
  /** The first line of the product, whose cells are about all of it. */
  first: FileRow;
  shopCurrency: string;
}

/** The sizes of a garment and what they cost, one a row. */
export function readSizes(rows: readonly FileRow[], reading: Reading): Sizes {
  const { cells, choices } = reading;
  const problems: CatalogProblem[] = [];
  const lines = new Map<string, number>();
  const read = rows.map((row) => {
    const one = readSize(row, reading, problems);
    const earlier = lines.get(one.variant.size);
    if (earlier !== undefined) problems.push(saidTwice(row, one.variant.size, earlier, reading));
    lines.set(one.variant.size, row.from);
    return one;
  });
  const { price, ofSizes } = settlePrices(read.map((one) => one.price));
  if (price) problems.push(...withoutPrice(rows, read, price, reading));
  const variants = read.map(({ variant }, i) =>
    ofSizes[i] === undefined ? variant : { ...variant, price: ofSizes[i] },
  );
  const telling: ShopifyField[] = [...choices.map(({ value }) => value), 'sku', 'barcode', 'stock'];
  const isTold = telling.some((field) => rows.some((row) => cells.cell(row, field)?.trim()));
  return {
    fields: { ...(price !== undefined && { price }), ...(isTold && { variants }) },
    problems,
  };
}

/** A cell that was left blank among others with a price is as a rule one that was forgotten. */
function withoutPrice(
  rows: readonly FileRow[],
  read: readonly Size[],
  usual: CatalogPrice,
  { cells, shopCurrency }: Reading,
): CatalogProblem[] {
  return rows.flatMap((row, i) =>
    read[i]?.price === null
      ? warning(
          { line: row.from, column: cells.header('price') },
          `There is no price for this size; it costs ${writePrice(usual, shopCurrency)} like the others.`,
        )
      : [],
  );
}

interface Size {
  variant: CatalogVariant;
  price: CatalogPrice | null | undefined;
}

function readSize(row: FileRow, reading: Reading, problems: CatalogProblem[]): Size {
  const { cells, choices, first, shopCurrency } = reading;
  const { columns } = cells;
  const source = new Map<string, string>();
  const text = (field: ShopifyField) => cells.cell(row, field);
  const place = (field: ShopifyField) => ({ line: row.from, column: cells.header(field) });
  const keep = (field: ShopifyField, canonical: string) => {
    const raw = text(field);
    if (raw !== undefined && raw !== canonical) source.set(cells.header(field), raw);
  };
  const code = (field: 'sku' | 'barcode' | 'variantId') => {
    const raw = text(field);
    if (raw === undefined) return undefined;
    const value = readCode(raw);
    keep(field, writeCode(value));
    return value;
  };

  const sku = code('sku');
  const barcode = code('barcode');
  const externalId = code('variantId');
  const stock = readStock(text('stock'), text('tracker'));
  if (stock === 'unreadable') {
    keep('stock', '');
    problems.push(warning(place('stock'), noStock(text('stock'))));
  } else if (stock !== undefined) {
    keep('stock', String(stock));
    if (Number(text('stock')) < 0) problems.push(warning(place('stock'), oversold(text('stock'))));
  }
  const priceText = text('price')?.trim();
  const price = priceText ? readPrice(priceText, shopCurrency) : undefined;
  if (price === null) {
    keep('price', '');
    problems.push(error(place('price'), noPrice(priceText)));
  } else if (price) {
    keep('price', writePrice(price, shopCurrency));
  }
  // What is said once as a rule may stand in other lines too, and has to come back there.
  const others = row === first ? columns.ofVariant : [...columns.ofVariant, ...columns.ofGarment];
  for (const index of others) {
    const raw = row.cells[index];
    const header = columns.headers[index];
    if (raw && header) source.set(header, raw);
  }
  return {
    variant: {
      size: readChoices(choices, text).size,
      ...(sku !== undefined && { sku }),
      ...(barcode !== undefined && { barcode }),
      ...(externalId && { externalId }),
      ...(typeof stock === 'number' && { stock }),
      source: Object.fromEntries(source),
    },
    // Blank is null; what cannot be read says nothing.
    price: priceText === '' ? null : (price ?? undefined),
  };
}

const noPrice = (text = '') => `${quoted(text)} is no price. Write it like 49.90.`;
const noStock = (text = '') =>
  `${quoted(text)} is no whole number; it was left out. Write how many there are, like 12.`;
const oversold = (text = '') =>
  `There cannot be ${quoted(text)} of something; it counts as sold out.`;

function saidTwice(row: FileRow, size: string, line: number, { cells, choices }: Reading) {
  const name = size === '' ? 'A line without a size' : `The size ${quoted(size)}`;
  const column = cells.header(choices.find(({ isColour }) => !isColour)?.value ?? 'handle');
  return error(
    { line: row.from, column },
    `${name} is in line ${line} already. Remove one of the two, or give them different sizes.`,
  );
}
