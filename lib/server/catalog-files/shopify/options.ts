import 'server-only';
import { isColourOption, sizeOf } from '#lib/domain/catalog/option-words.ts';
import type { ShopifyField } from './columns.ts';

/** One of the up to three options of a product. */
export interface Choice {
  value: ShopifyField;
  name: string;
  isColour: boolean;
}

const options = [
  { name: 'option1Name', value: 'option1Value', link: 'option1Link' },
  { name: 'option2Name', value: 'option2Value', link: 'option2Link' },
  { name: 'option3Name', value: 'option3Value', link: 'option3Link' },
] as const satisfies Record<string, ShopifyField>[];

export const optionFields = options;

const SEPARATOR = ' / ';

/**
 * Which options a product has, from what is said of it: the first that is about colour splits it into
 * garments, the others make up the size.
 */
export function choicesOf(said: (field: ShopifyField) => string | undefined): Choice[] {
  let hasColour = false;
  return options.flatMap(({ name, value, link }) => {
    if (!said(value)) return [];
    const text = said(name) ?? '';
    const isColour =
      !hasColour && (isColourOption(text) || /\.(colou?r|color-pattern)$/.test(said(link) ?? ''));
    hasColour ||= isColour;
    return [{ value, name: text, isColour }];
  });
}

export function readChoices(
  choices: readonly Choice[],
  cell: (field: ShopifyField) => string | undefined,
): { colour: string; size: string } {
  const text = ({ value }: Choice) => (cell(value) ?? '').replace(/\s+/g, ' ').trim();
  const colour = choices.find(({ isColour }) => isColour);
  const sizes = choices.filter(({ isColour }) => !isColour).map((choice) => sizeOf(text(choice)));
  return {
    colour: colour ? text(colour) : '',
    size: sizes.filter((size) => size !== '').join(SEPARATOR),
  };
}

/** The values of a product's options for a size that its shop's file does not have. */
export function writeChoices(
  choices: readonly Choice[],
  { colour, size }: { colour: string; size: string },
): Map<ShopifyField, string> {
  const sizes = choices.filter(({ isColour }) => !isColour);
  const parts = size.split(SEPARATOR);
  const fits = parts.length === sizes.length;
  return new Map(
    choices.map((choice) => {
      const at = sizes.indexOf(choice);
      if (at < 0) return [choice.value, colour];
      const text = fits ? parts[at] : at === 0 ? size : '';
      return [choice.value, text || (choice.name === 'Title' ? 'Default Title' : 'One Size')];
    }),
  );
}
