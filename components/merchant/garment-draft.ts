import {
  type GarmentDraftBody,
  garmentDraftBody,
  type MerchantGarment,
} from '#lib/contracts/garment.ts';
import { categoryOf, type GarmentKind, kindOf } from '#lib/domain/category.ts';
import { type Money, parsePrice } from '#lib/domain/money.ts';

/** A garment as it stands in the form: what has been typed, right or wrong. */
export interface GarmentDraft {
  title: string;
  /** Null until it is chosen. */
  category: GarmentKind | null;
  price: string;
  colour: string;
  material: string;
  description: string;
  /** Separated by commas. */
  sizes: string;
}

export type DraftField = keyof GarmentDraft;
export type DraftErrors = Partial<Record<DraftField, string>>;

export const emptyDraft: GarmentDraft = {
  title: '',
  category: null,
  price: '',
  colour: '',
  material: '',
  description: '',
  sizes: '',
};

export function draftOf(garment: MerchantGarment): GarmentDraft {
  return {
    title: garment.title,
    category: kindOf(garment.category),
    price: priceText(garment.price),
    colour: garment.colour,
    material: garment.material,
    description: garment.description,
    sizes: garment.sizes.join(', '),
  };
}

/** A price as a merchant would type it: "49.00", or "4900" in a currency without minor units. */
export function priceText({ minor, currency }: Money): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}

/** "XS, S;M" → the sizes in their order. Commas, semicolons and line ends separate. */
export function parseSizes(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((size) => size.trim())
    .filter((size) => size !== '');
}

/**
 * What the form says as the server wants it, or what is wrong with which field.
 *
 * @param currency of the shop; null while it is not known, then only the server checks the price.
 */
export function readDraft(
  draft: GarmentDraft,
  currency: string | null,
): { body: GarmentDraftBody; errors: null } | { body: null; errors: DraftErrors } {
  const parsed = garmentDraftBody.safeParse({
    ...draft,
    category: draft.category ? categoryOf(draft.category) : undefined,
    sizes: parseSizes(draft.sizes),
  });
  const errors: DraftErrors = {};
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldOf(issue.path[0]);
    if (!field || errors[field]) continue;
    errors[field] =
      field === 'sizes' && issue.path.length > 1
        ? 'A size has at most 12 characters. Separate sizes with commas.'
        : issue.message;
  }
  if (!errors.price && currency && parsePrice(draft.price, currency) === null) {
    errors.price = 'Write the price as a number, like 49 or 49.90.';
  }
  if (!parsed.success || Object.keys(errors).length > 0) return { body: null, errors };
  return { body: parsed.data, errors: null };
}

/** Problems from the server by the form's own fields; "sizes.3" belongs to the sizes. */
export function errorsOfFields(fields: Record<string, string> = {}): DraftErrors {
  const errors: DraftErrors = {};
  for (const [path, sentence] of Object.entries(fields)) {
    const field = fieldOf(path.split('.')[0]);
    if (field) errors[field] ??= sentence;
  }
  return errors;
}

export function sameDraft(one: GarmentDraft, other: GarmentDraft): boolean {
  return draftFields.every((field) => one[field] === other[field]);
}

/** In the order of the form, so that the first wrong one can be found. */
export const draftFields = [
  'title',
  'category',
  'price',
  'sizes',
  'colour',
  'material',
  'description',
] as const satisfies readonly DraftField[];

function fieldOf(word: unknown): DraftField | undefined {
  return draftFields.find((field) => field === word);
}
