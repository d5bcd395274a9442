import 'server-only';
import type { FieldChange } from '#lib/contracts/import.ts';
import type { GarmentState, PlanField, VariantState } from '#lib/domain/garment-plan.ts';
import { formatMoney } from '#lib/domain/money.ts';

/** Enough to recognise a description by. */
const MOST_CHARACTERS = 600;

/** Field by field what was and what would be, as texts for the shop's people. */
export function describeChanges(
  before: GarmentState | null,
  after: GarmentState,
  changed: PlanField[],
): FieldChange[] {
  return changed.map((field) => {
    if (field === 'source' && before) return describeColumns(before.source, after.source);
    const texts = {
      before: before ? textOf(before, field) : '',
      after: textOf(after, field),
    };
    // Only columns that mean nothing here have changed: nothing else tells the two apart.
    const same = field === 'variants' && before && texts.before === texts.after;
    if (same) {
      texts.before = sourcesOf(before.variants);
      texts.after = sourcesOf(after.variants);
    }
    return { field, before: shorten(texts.before), after: shorten(texts.after) };
  });
}

function textOf(state: GarmentState, field: PlanField): string {
  switch (field) {
    case 'price':
      return formatMoney({ minor: state.priceMinor, currency: state.currency });
    case 'category':
      return state.category ?? 'NONE';
    case 'tags':
      return state.tags.join(', ');
    case 'pictures':
      return state.pictures.map(({ url, alt }) => `${url} (${alt})`).join('\n');
    case 'variants':
      return state.variants.map((variant) => describeVariant(variant, state.currency)).join('\n');
    case 'sizeChart':
      return describeChart(state.sizeChart);
    case 'source':
      return sourceText(state.source, '\n');
    case 'style':
      return state.style ?? '';
    case 'title':
    case 'status':
    case 'colour':
    case 'material':
    case 'productType':
    case 'description':
      return state[field];
  }
}

function describeVariant(variant: VariantState, currency: string): string {
  const { size, sku, barcode, externalId, priceMinor, stock } = variant;
  return [
    size,
    `${stock} in stock`,
    priceMinor === null ? '' : formatMoney({ minor: priceMinor, currency }),
    sku,
    barcode,
    externalId ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Only the columns that differ: a shop's file may have fifty. */
function describeColumns(
  before: Record<string, string>,
  after: Record<string, string>,
): FieldChange {
  const differs = (column: string) => before[column] !== after[column];
  const those = (columns: Record<string, string>) =>
    Object.fromEntries(Object.entries(columns).filter(([column]) => differs(column)));
  return {
    field: 'source',
    before: shorten(sourceText(those(before), '\n')),
    after: shorten(sourceText(those(after), '\n')),
  };
}

const sourcesOf = (variants: VariantState[]) =>
  variants.map(({ size, source }) => `${size} · ${sourceText(source, ' · ')}`).join('\n');

const sourceText = (source: Record<string, string>, between: string) =>
  Object.entries(source)
    .map(([column, value]) => `${column}: ${value}`)
    .join(between);

function describeChart(chart: GarmentState['sizeChart']): string {
  if (!chart) return '';
  const rows = chart.rows.map(({ size, values }) => `${size}: ${values.join(', ')}`);
  return [chart.columns.join(', '), ...rows].join('\n');
}

const shorten = (text: string) =>
  text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text;
