import 'server-only';
import { isWebAddress } from '#lib/domain/catalog/cell-values.ts';
import { colourKey, importKeyOf } from '#lib/domain/catalog/option-words.ts';
import type { CatalogItem, CatalogProblem } from '#lib/domain/catalog-item.ts';
import { type CheckedField, checkItem } from '../check-item.ts';
import type { FileRow, RowGroup } from '../rows.ts';
import { type ShopifyCells, shopifyCells } from './cells.ts';
import type { ShopifyColumns } from './columns.ts';
import { type Choice, choicesOf, readChoices } from './options.ts';
import { noWebAddress, readPictures, splitPictures } from './pictures.ts';
import { readSaid } from './read-said.ts';
import { readSizes } from './read-sizes.ts';

/** One product as garments: one for each of its colours where it comes in some. */
export function readShopifyProduct(
  { key: style, rows, problems }: RowGroup,
  columns: ShopifyColumns,
  shopCurrency: string,
): CatalogItem[] {
  const first = rows[0];
  if (!first) return [];
  const cells = shopifyCells(columns);
  const choices = choicesOf((field) => cells.said(rows, field));
  const hasColours = choices.some(({ isColour }) => isColour);
  const colourOf = (row: FileRow) => readChoices(choices, (field) => cells.cell(row, field)).colour;
  const sizeRows = rows.filter((row) => row === first || isSize(row, choices, cells));
  const byColour = Map.groupBy(sizeRows, (row) => (hasColours ? colourKey(colourOf(row)) : ''));

  const said = readSaid(first, rows, cells);
  const { pictures, problems: ofPictures } = readPictures(rows, cells);
  const own = ownPictures(byColour, cells);
  const picturesOf = splitPictures(pictures, own.urls);
  const others = rows.filter((row) => row === first || !sizeRows.includes(row));
  const ofAll = [
    ...problems,
    ...others.flatMap((row) => row.problems),
    ...said.problems,
    ...ofPictures,
  ];

  return [...byColour].map(([key, ofColour]) => {
    const colour = hasColours ? colourOf(ofColour[0] ?? first) : said.colour;
    const sizes = readSizes(ofColour, { cells, choices, first, shopCurrency });
    const spanned = byColour.size > 1 ? ofColour : rows;
    const item: CatalogItem = {
      importKey: importKeyOf(style, hasColours ? colour : undefined),
      lines: {
        from: spanned[0]?.from ?? first.from,
        to: Math.max(...spanned.map(({ to }) => to)),
      },
      ...said.fields,
      style,
      ...(colour !== undefined && { colour }),
      ...sizes.fields,
      ...(columns.at.has('image') && { pictures: picturesOf.get(key) ?? [] }),
      source: { ...said.source },
      problems: [
        ...ofAll,
        ...ofColour.filter((row) => row !== first).flatMap((row) => row.problems),
        ...(own.problems.get(key) ?? []),
        ...sizes.problems,
      ],
    };
    checkItem(item, (field) => columnOf(field, cells, choices));
    return item;
  });
}

/** A line that only brings another picture has no size. */
function isSize(row: FileRow, choices: readonly Choice[], { cell }: ShopifyCells): boolean {
  const telling =
    choices.length > 0
      ? choices.map(({ value }) => value)
      : (['sku', 'barcode', 'variantId', 'price', 'stock'] as const);
  return telling.some((field) => cell(row, field)?.trim());
}

/** The pictures that the sizes of each colour have as their own. */
function ownPictures(byColour: ReadonlyMap<string, FileRow[]>, { cell, header }: ShopifyCells) {
  const urls = new Map<string, string[]>();
  const problems = new Map<string, CatalogProblem[]>();
  for (const [colour, rows] of byColour) {
    const named = rows.flatMap((row) => {
      const url = cell(row, 'variantImage')?.trim();
      return url ? [{ row, url }] : [];
    });
    const isGood = ({ url }: { url: string }) => isWebAddress(url);
    urls.set(colour, [...new Set(named.filter(isGood).map(({ url }) => url))]);
    problems.set(
      colour,
      named
        .filter((one) => !isGood(one))
        .map(({ row, url }) => noWebAddress(row, header('variantImage'), url)),
    );
  }
  return { urls, problems };
}

function columnOf(
  field: CheckedField,
  { header, columns }: ShopifyCells,
  choices: readonly Choice[],
): string | null {
  switch (field) {
    case 'title':
    case 'description':
      return header(field);
    case 'colour': {
      const choice = choices.find(({ isColour }) => isColour);
      return choice ? header(choice.value) : (columns.headers[columns.colour ?? -1] ?? null);
    }
    case 'material':
      return columns.headers[columns.material ?? -1] ?? null;
    case 'size': {
      const choice = choices.find(({ isColour }) => !isColour);
      return choice ? header(choice.value) : null;
    }
  }
}
