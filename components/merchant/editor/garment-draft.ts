import type { FieldRules } from '#lib/client/autosave.ts';
import type { SizeChart } from '#lib/contracts/garment.ts';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { type GarmentKind, kindOf } from '#lib/domain/category.ts';
import { type Money, parsePrice } from '#lib/domain/money.ts';

/** A garment as it stands in the editor: what has been typed, right or wrong. */
export interface GarmentDraft {
  title: string;
  /** Null until it is chosen. */
  category: GarmentKind | null;
  price: string;
  description: string;
  colour: string;
  material: string;
  productType: string;
  tags: string[];
  variants: VariantRow[];
  sizeChart: ChartDraft;
  pictureOrder: string[];
  pinnedPictureId: string | null;
  /** What a picture shows, by its id. */
  [alt: AltField]: string;
}

export type AltField = `alt:${string}`;
export type DraftField = keyof GarmentDraft & string;

export const altField = (pictureId: string): AltField => `alt:${pictureId}`;
export const pictureOfAlt = (field: string): string | null =>
  field.startsWith('alt:') ? field.slice('alt:'.length) : null;

export const variantColumns = ['size', 'price', 'stock', 'sku', 'barcode', 'externalId'] as const;
export type VariantColumn = (typeof variantColumns)[number];
export type VariantRow = { id: string } & Record<VariantColumn, string>;

/** Ids are the screen's own, so that a row keeps the cursor while others come and go. */
export interface ChartDraft {
  columns: { id: string; name: string }[];
  rows: ChartRow[];
}
export interface ChartRow {
  id: string;
  size: string;
  /** By the column's id. */
  values: Record<string, string>;
}

export const emptyDraft: GarmentDraft = {
  title: '',
  category: null,
  price: '',
  description: '',
  colour: '',
  material: '',
  productType: '',
  tags: [],
  variants: [],
  sizeChart: { columns: [], rows: [] },
  pictureOrder: [],
  pinnedPictureId: null,
};

export function draftOf(garment: EditableGarment): GarmentDraft {
  const { pictures, price, variants } = garment;
  return {
    title: garment.title,
    category: kindOf(garment.category),
    price: priceText(price),
    description: garment.description,
    colour: garment.colour,
    material: garment.material,
    productType: garment.productType,
    tags: garment.tags,
    variants: variants.map(({ price: own, stock, ...row }) => ({
      ...row,
      price: own ? priceText(own) : '',
      stock: String(stock),
    })),
    sizeChart: chartDraftOf(garment.sizeChart),
    pictureOrder: pictures.map(({ id }) => id),
    pinnedPictureId: garment.pinnedPictureId,
    ...Object.fromEntries(pictures.map(({ id, alt }) => [altField(id), alt])),
  };
}

function chartDraftOf(chart: SizeChart | null): ChartDraft {
  const columns = (chart?.columns ?? []).map((name, index) => ({ id: `column-${index}`, name }));
  const rows = (chart?.rows ?? []).map(({ size, values }, index) => ({
    id: `row-${index}`,
    size,
    values: Object.fromEntries(columns.map(({ id }, place) => [id, String(values[place] ?? '')])),
  }));
  return { columns, rows };
}

/** A price as a merchant would type it: "49.00", or "4900" in a currency without minor units. */
export function priceText({ minor, currency }: Money): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}

export function newVariant(id: string, size = ''): VariantRow {
  return { id, size, sku: '', barcode: '', price: '', stock: size ? '0' : '', externalId: '' };
}

/** A row that nothing was written into is as good as none. */
export const isBlankVariant = (row: VariantRow): boolean =>
  variantColumns.every((column) => row[column].trim() === '');

export const isBlankChartRow = ({ size, values }: ChartRow): boolean =>
  size.trim() === '' && Object.values(values).every((value) => value.trim() === '');

/** "96,5" → 96.5; null when it is no length that could stand in a chart. */
export function readChartNumber(text: string): number | null {
  const match = /^\d{1,3}(?:[.,]\d{1,2})?$/.exec(text.trim());
  return match ? Number(match[0].replace(',', '.')) : null;
}

/** How two drafts are compared and brought together. */
export function draftRules(currency: string): FieldRules<GarmentDraft> {
  const price = (text: string) => (text.trim() ? (parsePrice(text, currency) ?? text) : '');
  const meaning = (field: DraftField, value: unknown): unknown => {
    switch (field) {
      case 'price':
        return price(value as string);
      case 'tags':
        return (value as string[]).map((tag) => tag.trim());
      case 'variants':
        return (value as VariantRow[])
          .filter((row) => !isBlankVariant(row))
          .map((row) => [
            row.id,
            row.size.trim(),
            row.sku.trim(),
            row.barcode.trim(),
            price(row.price),
            Number(row.stock),
            row.externalId.trim(),
          ]);
      case 'sizeChart':
        return chartMeaning(value as ChartDraft);
      default:
        return typeof value === 'string' ? value.trim() : value;
    }
  };
  return {
    isSame: (field, one, other) =>
      JSON.stringify(meaning(field as DraftField, one)) ===
      JSON.stringify(meaning(field as DraftField, other)),
    rebase: (field, { mine, base, theirs }) =>
      field === 'pictureOrder'
        ? rebaseOrder(mine as string[], base as string[], theirs as string[])
        : undefined,
  };
}

const chartMeaning = ({ columns, rows }: ChartDraft) => [
  columns.map(({ name }) => name.trim()),
  rows
    .filter((row) => !isBlankChartRow(row))
    .map(({ size, values }) => [
      size.trim(),
      ...columns.map(({ id }) => readChartNumber(values[id] ?? '') ?? values[id]),
    ]),
];

/** An order of one's own with the pictures that came and went; undefined if theirs was changed too. */
function rebaseOrder(mine: string[], base: string[], theirs: string[]): string[] | undefined {
  const both = (order: string[], others: string[]) => order.filter((id) => others.includes(id));
  if (both(base, theirs).join() !== both(theirs, base).join()) return undefined;
  return [...both(mine, theirs), ...theirs.filter((id) => !mine.includes(id))];
}
