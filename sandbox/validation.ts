import type { Json, JsonObject } from './answer.ts';

export const CATEGORIES = ['Upper body', 'Lower body', 'Dress'] as const;
export type Category = (typeof CATEGORIES)[number];

/** A request that passed validation, defaults filled in. */
export interface TryOnParameters {
  model_image: string;
  cloth_image: string;
  category: Category;
  num_inference_steps: number;
  guidance_scale: number;
  seed: number;
  base64: boolean;
}

export type Validation =
  | { ok: true; parameters: TryOnParameters }
  /** `status` is what v1 answers; v2 turns the same text into a FAILED job. */
  | { ok: false; status: 400 | 406; error: string };

const LARGEST_SEED = 999_999_999_999_999;

/**
 * Checks a body against the parameter list of the API's page. A missing or
 * mistyped field is 400; a value outside its range is 406, which v1 was seen
 * to use for refused values.
 */
export function validateTryOn(body: JsonObject): Validation {
  const missing = ['model_image', 'cloth_image', 'category'].filter(
    (name) => body[name] === undefined || body[name] === null || body[name] === '',
  );
  if (missing.length > 0) {
    return { ok: false, status: 400, error: `Missing required field: ${missing.join(', ')}` };
  }
  const { model_image, cloth_image } = body;
  if (typeof model_image !== 'string') return mistyped('model_image', 'a string (uri)');
  if (typeof cloth_image !== 'string') return mistyped('cloth_image', 'a string (uri)');
  const category = CATEGORIES.find((known) => known === body.category);
  if (!category) return refused('category', `one of ${CATEGORIES.join(', ')}`);

  const steps = numberIn(body, 'num_inference_steps', 25, 20, 100, true);
  if (!steps.ok) return steps;
  const guidance = numberIn(body, 'guidance_scale', 2, 1, 25, false);
  if (!guidance.ok) return guidance;
  const seed = numberIn(body, 'seed', -1, -1, LARGEST_SEED, true);
  if (!seed.ok) return seed;
  const base64 = body.base64 ?? false;
  if (typeof base64 !== 'boolean') return mistyped('base64', 'a boolean');

  return {
    ok: true,
    parameters: {
      model_image,
      cloth_image,
      category,
      num_inference_steps: steps.value,
      guidance_scale: guidance.value,
      seed: seed.value,
      base64,
    },
  };
}

function mistyped(name: string, expected: string): Extract<Validation, { ok: false }> {
  return { ok: false, status: 400, error: `${name} must be ${expected}` };
}

function refused(name: string, expected: string): Extract<Validation, { ok: false }> {
  return { ok: false, status: 406, error: `${name} must be ${expected}` };
}

function numberIn(
  body: JsonObject,
  name: string,
  fallback: number,
  least: number,
  most: number,
  whole: boolean,
): { ok: true; value: number } | Extract<Validation, { ok: false }> {
  const value: Json | undefined = body[name] ?? fallback;
  const kind = whole ? 'an integer' : 'a number';
  if (typeof value !== 'number' || (whole && !Number.isInteger(value))) return mistyped(name, kind);
  if (value < least || value > most) return refused(name, `${kind} between ${least} and ${most}`);
  return { ok: true, value };
}

/** The form in which a v2 job fails validation, as the provider was seen to word it. */
export const validationFailure = (error: string): string =>
  `Validation error in TryOnDiffusionProcessor: ${error}`;
