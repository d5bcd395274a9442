import 'server-only';
import { colourKey } from '#lib/domain/catalog/option-words.ts';
import type { CatalogItem, CatalogVariant } from '#lib/domain/catalog-item.ts';
import type { ShopifyField } from './columns.ts';
import { type Choice, choicesOf, optionFields, readChoices, writeChoices } from './options.ts';
import type { Said, WrittenRow } from './write-row.ts';

/** One line to be: a size of a garment, and what its file said of it. */
export interface WrittenSize {
  item: CatalogItem;
  variant: CatalogVariant;
  /** What other files say of a garment, this one has in each of its lines. */
  own: Said;
  /** In its own line only. */
  ownLine: Said;
}

/** Whether a garment is one of the colours of a product, which its key then tells. */
const isOneColour = (item: CatalogItem) =>
  !!item.colour && !!item.style && item.importKey !== item.style;

/** The options of a product: those that its file had, if they can still say all its garments. */
export function choicesFor(
  sizes: readonly WrittenSize[],
  said: Said,
): { choices: Choice[]; areNew: boolean } {
  if (sizes.length === 0) return { choices: [], areNew: false };
  const hasColours = sizes.some(({ item }) => isOneColour(item) || item !== sizes[0]?.item);
  const hasSizes = sizes.some(({ variant }) => variant.size !== '');
  const values = new Set(optionFields.map(({ value }) => value)) as Set<ShopifyField>;
  const known = choicesOf((field) =>
    values.has(field) ? sizes.map(({ own }) => own.of(field)).find((text) => text) : said.of(field),
  );
  const knowsColours = known.some(({ isColour }) => isColour);
  const knowsSizes = known.some(({ isColour }) => !isColour);
  if (known.length > 0 && knowsColours === hasColours && (knowsSizes || !hasSizes)) {
    return { choices: known, areNew: false };
  }
  const names = [...(hasColours ? ['Color'] : []), ...(hasSizes ? ['Size'] : [])];
  const choices = (names.length > 0 ? names : ['Title']).map((name, i) => ({
    value: optionFields[i]?.value ?? 'option1Value',
    name,
    isColour: name === 'Color',
  }));
  return { choices, areNew: true };
}

/** The names of new options stand in the first line only. */
export function writeNames(row: WrittenRow, choices: readonly Choice[]): void {
  for (const { name, value, link } of optionFields) {
    row.set(name, choices.find((choice) => choice.value === value)?.name ?? '');
    row.set(link, '');
  }
}

export function writeValues(
  row: WrittenRow,
  { item, variant, own }: WrittenSize,
  choices: readonly Choice[],
): void {
  const colour = item.colour ?? '';
  const known = readChoices(choices, (field) => own.of(field));
  const isSame =
    choices.some(({ value }) => own.of(value)) &&
    known.size === variant.size &&
    (!choices.some(({ isColour }) => isColour) || colourKey(known.colour) === colourKey(colour));
  const values = writeChoices(choices, { colour, size: variant.size });
  for (const { value } of optionFields) {
    row.set(value, (isSame ? own.of(value) : values.get(value)) ?? '');
  }
}
