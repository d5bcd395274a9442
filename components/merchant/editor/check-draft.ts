import {
  type GarmentChanges,
  garmentChanges,
  garmentLimits,
  type NewGarmentBody,
  variantBody,
} from '#lib/contracts/garment-edit.ts';
import { categoryOf } from '#lib/domain/category.ts';
import { parsePrice } from '#lib/domain/money.ts';
import {
  type ChartDraft,
  type DraftField,
  type GarmentDraft,
  isBlankChartRow,
  isBlankVariant,
  pictureOfAlt,
  readChartNumber,
  type VariantColumn,
  type VariantRow,
} from './garment-draft.ts';

/** What is wrong with a draft: by its fields, and within the tables by their cells. */
export interface DraftProblems {
  fields: ReadonlyMap<DraftField, string>;
  /** By `cellKey`. */
  cells: ReadonlyMap<string, string>;
}

export const cellKey = (rowId: string, column: string) => `${rowId} ${column}`;

const priceHint = 'Write a number, like 49 or 49.90.';

export function checkDraft(draft: GarmentDraft, currency: string): DraftProblems {
  const fields = new Map<DraftField, string>();
  const cells = new Map<string, string>();
  const plain = ['title', 'description', 'colour', 'material', 'productType'] as const;
  for (const field of [...plain, 'tags', 'price'] as const) {
    const issue = garmentChanges.shape[field].safeParse(draft[field] ?? undefined).error?.issues[0];
    if (issue) fields.set(field, issue.message);
  }
  if (!draft.category) fields.set('category', 'Choose what kind of garment it is.');
  if (!fields.has('price') && parsePrice(draft.price, currency) === null) {
    fields.set('price', priceHint);
  }
  for (const [field, alt] of Object.entries(draft)) {
    if (pictureOfAlt(field) && String(alt).trim().length > garmentLimits.alt) {
      fields.set(field as DraftField, `Use at most ${garmentLimits.alt} characters.`);
    }
  }
  checkVariants(draft.variants, currency, fields, cells);
  checkChart(draft.sizeChart, fields, cells);
  return { fields, cells };
}

function checkVariants(
  rows: readonly VariantRow[],
  currency: string,
  fields: Map<DraftField, string>,
  cells: Map<string, string>,
): void {
  const written = rows.filter((row) => !isBlankVariant(row));
  const names = new Set<string>();
  for (const row of written) {
    const wrong = (column: VariantColumn, problem: string) => {
      const key = cellKey(row.id, column);
      if (!cells.has(key)) cells.set(key, problem);
      fields.set('variants', 'Some cells are not right yet.');
    };
    const parsed = variantBody.safeParse(toVariantBody(row));
    for (const { path, message } of parsed.error?.issues ?? []) {
      wrong(path[0] as VariantColumn, message);
    }
    if (row.price.trim() && parsePrice(row.price, currency) === null) wrong('price', priceHint);
    const name = row.size.trim();
    if (names.has(name)) wrong('size', 'This size is there already.');
    names.add(name);
  }
  if (written.length > garmentLimits.variants) {
    fields.set('variants', `Use at most ${garmentLimits.variants} sizes.`);
  }
}

function checkChart(
  { columns, rows }: ChartDraft,
  fields: Map<DraftField, string>,
  cells: Map<string, string>,
): void {
  const written = rows.filter((row) => !isBlankChartRow(row));
  let missing = 0;
  const wrong = (key: string, problem: string) => {
    cells.set(key, problem);
    fields.set('sizeChart', 'Some cells are not right yet.');
  };
  const names = columns.map(({ name }) => name.trim());
  for (const [index, { id }] of columns.entries()) {
    const name = names[index] ?? '';
    if (!name) wrong(cellKey('columns', id), 'Name the measurement.');
    else if (names.indexOf(name) < index)
      wrong(cellKey('columns', id), 'This one is there already.');
    else if (name.length > garmentLimits.chartColumn) {
      wrong(cellKey('columns', id), `Use at most ${garmentLimits.chartColumn} characters.`);
    }
  }
  const sizes = written.map(({ size }) => size.trim());
  for (const [index, { id, size, values }] of written.entries()) {
    if (!size.trim()) wrong(cellKey(id, 'size'), 'Give the size a name.');
    else if (sizes.indexOf(size.trim()) < index) {
      wrong(cellKey(id, 'size'), 'This size is there already.');
    }
    for (const column of columns) {
      const text = values[column.id]?.trim() ?? '';
      if (text === '') missing += 1;
      else if (readChartNumber(text) === null) wrong(cellKey(id, column.id), 'Write a number.');
    }
  }
  if (fields.has('sizeChart')) return;
  if (missing > 0) {
    fields.set(
      'sizeChart',
      missing === 1 ? 'One number is missing.' : `${missing} numbers are missing.`,
    );
  } else if (columns.length > 0 && written.length === 0) {
    fields.set('sizeChart', 'It has no sizes yet.');
  } else if (columns.length === 0 && written.length > 0) {
    fields.set('sizeChart', 'It has no measurements yet.');
  }
}

/** Whether there is enough of it to begin. */
export const canBegin = ({ fields }: DraftProblems): boolean =>
  !fields.has('title') && !fields.has('category') && !fields.has('price');

/** As the server wants it. For fields that `checkDraft` finds nothing wrong with. */
export function toChanges(draft: Partial<GarmentDraft>): GarmentChanges {
  const { category, variants, sizeChart, ...rest } = draft;
  const changes: GarmentChanges = {};
  const alts: Record<string, string> = {};
  for (const [field, value] of Object.entries(rest)) {
    const picture = pictureOfAlt(field);
    if (picture) alts[picture] = String(value);
    else Object.assign(changes, { [field]: value });
  }
  return {
    ...changes,
    ...(category && { category: categoryOf(category) }),
    ...(variants && {
      variants: variants.filter((row) => !isBlankVariant(row)).map(toVariantBody),
    }),
    ...(sizeChart && { sizeChart: toChart(sizeChart) }),
    ...(Object.keys(alts).length > 0 && { alts }),
  };
}

export function toNewGarment(id: string, draft: Partial<GarmentDraft>): NewGarmentBody {
  const { pictureOrder: _, pinnedPictureId: __, alts: ___, ...changes } = toChanges(draft);
  const { title, price, category } = changes;
  if (!title || !price || category === undefined)
    throw new Error('not enough of a garment to begin with');
  return { ...changes, id, title, price, category };
}

const toVariantBody = ({ stock, ...row }: VariantRow) => ({
  ...row,
  stock: /^\d*$/.test(stock.trim()) ? Number(stock) : Number.NaN,
});

function toChart({ columns, rows }: ChartDraft): GarmentChanges['sizeChart'] {
  const written = rows.filter((row) => !isBlankChartRow(row));
  if (columns.length === 0 && written.length === 0) return null;
  return {
    columns: columns.map(({ name }) => name.trim()),
    rows: written.map(({ size, values }) => ({
      size: size.trim(),
      values: columns.map(({ id }) => readChartNumber(values[id] ?? '') ?? Number.NaN),
    })),
  };
}

/** Where the form shows what the server says of "variants.3.price", "alts.{id}" or "title". */
export function fieldOfPath(path: string): string {
  const [field = '', key] = path.replace(/^changes\./, '').split('.');
  return field === 'alts' ? `alt:${key}` : field;
}
