import 'server-only';
import { isYes, oneLine, readTags, writeTags } from '#lib/domain/catalog/cell-values.ts';
import { inferCategory } from '#lib/domain/catalog/infer-category.ts';
import type { CatalogItem, CatalogProblem } from '#lib/domain/catalog-item.ts';
import { htmlToText } from '../html-text.ts';
import { quoted, warning } from '../problems.ts';
import type { FileRow } from '../rows.ts';
import { readStatus, type ShopifyCells } from './cells.ts';
import type { ShopifyField } from './columns.ts';

/** What is said of the product and not of one of its sizes. */
export interface Said {
  fields: Pick<
    CatalogItem,
    'title' | 'description' | 'category' | 'status' | 'material' | 'productType' | 'tags'
  >;
  /** Where no option tells it. */
  colour: string | undefined;
  source: Record<string, string>;
  problems: CatalogProblem[];
}

export function readSaid(first: FileRow, rows: readonly FileRow[], cells: ShopifyCells): Said {
  const { columns } = cells;
  const said = (field: ShopifyField) => cells.said(rows, field);
  const source = new Map<string, string>();
  const problems: CatalogProblem[] = [];

  /** The text itself is kept where it says more than what was understood of it. */
  const understand = <T>(
    [header, text]: [header: string, text: string] | [],
    read: (text: string) => T,
    write: (value: T) => string = String,
  ): T | undefined => {
    if (header === undefined || text === undefined) return undefined;
    const value = read(text);
    if (text !== write(value)) source.set(header, text);
    return value;
  };
  const field = (name: ShopifyField): [string, string] | [] => {
    const text = said(name);
    return text === undefined ? [] : [cells.header(name), text];
  };
  const ownColumn = (index = -1): [string, string] | [] => {
    const header = columns.headers[index];
    return header === undefined ? [] : [header, first.cells[index] ?? ''];
  };

  const title = understand(field('title'), oneLine);
  const description = understand(field('description'), htmlToText);
  const productType = understand(field('productType'), oneLine);
  const tags = understand(field('tags'), readTags, writeTags);
  const material = understand(ownColumn(columns.material), oneLine);
  const colour = understand(ownColumn(columns.colour), oneLine);
  for (const index of columns.ofGarment) {
    const text = first.cells[index];
    const header = columns.headers[index];
    if (text && header) source.set(header, text);
  }

  const status = readStatus(said('status'), said('published'));
  // Blank says something too, that it is on sale; what was made here has no such cell.
  if (status && !said('status') && !said('published')) {
    source.set(cells.header(columns.at.has('published') ? 'published' : 'status'), '');
  }
  if (status === 'unreadable') {
    problems.push(
      warning(
        { line: first.from, column: cells.header('status') },
        `${quoted(said('status') ?? '')} is no status; it was left out. Write active, draft or archived.`,
      ),
    );
  }
  const category = inferShopifyCategory({ title, productType, tags }, said);
  return {
    fields: {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      category,
      ...(status !== undefined && status !== 'unreadable' && { status }),
      ...(material !== undefined && { material }),
      ...(productType !== undefined && { productType }),
      ...(tags !== undefined && { tags }),
    },
    // A list of several says nothing of the one that is shown.
    colour: colour !== undefined && !/[;,]/.test(colour) ? colour : undefined,
    source: Object.fromEntries(source),
    problems,
  };
}

type Words = Pick<CatalogItem, 'title' | 'productType' | 'tags'>;

export function inferShopifyCategory(
  { title, productType, tags }: Words,
  said: (field: 'giftCard' | 'productCategory' | 'googleCategory') => string | undefined,
): NonNullable<CatalogItem['category']> {
  return inferCategory({
    title,
    productType: isYes(said('giftCard') ?? '') ? 'gift card' : productType,
    productCategory: said('productCategory')?.trim() || said('googleCategory'),
    tags,
  });
}
