import 'server-only';
import { z } from 'zod';
import { providerCategory } from '#lib/domain/category.ts';
import { guidanceRange, seedRange, stepsRange } from '#lib/domain/parameters.ts';

/** Lets the provider draw a seed, which it then does not tell. */
const RANDOM_SEED = -1;

/** Far above any signed link, far below what a proxy refuses. */
const MAX_URL_LENGTH = 8192;
const DATA_URI = /^data:image\/(?:jpeg|png|webp);base64,(?=.)/u;

/**
 * A picture that the provider loads by itself: an http(s) address, or a data URI. Whether the
 * provider takes data URIs is not documented; the sure ways are a link that can be reached from
 * outside and `uploadAssets`.
 */
const pictureUri = z.string().refine(isPictureUri, {
  error: 'must be an http(s) address without a user name, or a data URI of a JPEG, PNG or WebP',
});

function isPictureUri(text: string): boolean {
  if (text.startsWith('data:')) {
    return DATA_URI.test(text) && !/[^A-Za-z0-9+/=]/u.test(text.replace(DATA_URI, ''));
  }
  if (text.length > MAX_URL_LENGTH || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/**
 * The parameters of Try-On Diffusion with the ranges and defaults of the API page
 * (https://www.segmind.com/models/try-on-diffusion/api). Unknown names are refused. They are all
 * checked here because v2 queues an invalid request first and fails it afterwards.
 */
export const tryOnParametersSchema = z.strictObject({
  /** The person. The model squeezes it to 768×1024, so anything that is not 3:4 comes out stretched. */
  modelImage: pictureUri,
  /** The garment, under the same rule. */
  clothImage: pictureUri,
  category: z.enum(Object.values(providerCategory)),
  numInferenceSteps: z.int().min(stepsRange.min).max(stepsRange.max).default(stepsRange.default),
  guidanceScale: z
    .number()
    .min(guidanceRange.min)
    .max(guidanceRange.max)
    .default(guidanceRange.default),
  seed: z.int().min(RANDOM_SEED).max(seedRange.max).default(RANDOM_SEED),
  /** Asks for the picture as base64 inside JSON instead of bytes or an address. */
  base64: z.boolean().default(false),
});

export type TryOnParameters = z.input<typeof tryOnParametersSchema>;
export type CheckedTryOnParameters = z.output<typeof tryOnParametersSchema>;

export type ParameterCheck =
  | { kind: 'valid'; parameters: CheckedTryOnParameters }
  /** Names the fields and the rules, never the values: they may be private addresses. */
  | { kind: 'invalid'; complaint: string };

export function checkParameters(input: unknown): ParameterCheck {
  const parsed = tryOnParametersSchema.safeParse(input);
  if (parsed.success) return { kind: 'valid', parameters: parsed.data };
  const complaint = parsed.error.issues
    .map((issue) => `${issue.path.join('.') || 'parameters'}: ${issue.message}`)
    .join('; ');
  return { kind: 'invalid', complaint };
}

/** The flat JSON body of both POST endpoints. */
export function toWireBody(parameters: CheckedTryOnParameters): Record<string, unknown> {
  return {
    model_image: parameters.modelImage,
    cloth_image: parameters.clothImage,
    category: parameters.category,
    num_inference_steps: parameters.numInferenceSteps,
    guidance_scale: parameters.guidanceScale,
    seed: parameters.seed,
    base64: parameters.base64,
  };
}
