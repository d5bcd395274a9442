import { z } from 'zod';
import {
  findingCodes,
  garmentLooks,
  MEASURES_VERSION,
  type PictureMeasures,
  severities,
} from '#lib/domain/picture-readiness.ts';

const edge = z.enum(['left', 'right', 'top', 'bottom']);

/** How a picture was judged, as the shop's people see it. */
export const pictureVerdict = z.object({
  readiness: z.enum(['NOT_READY', 'FAIR', 'READY']),
  findings: z.array(
    z.object({
      code: z.enum(findingCodes),
      severity: z.enum(severities),
      value: z.number(),
      edges: z.array(edge).optional(),
      looksLike: z.enum(garmentLooks).optional(),
    }),
  ),
});

const shape = z.object({
  aspect: z.number(),
  legs: z.number(),
  crotch: z.number(),
  arms: z.number(),
  sleeveStep: z.number(),
});

const box = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
});

const measures: z.ZodType<PictureMeasures> = z.object({
  size: z.object({ width: z.number(), height: z.number() }),
  blur: z.number(),
  brightest: z.number(),
  ground: z.object({ lightness: z.number(), grain: z.number(), unlike: z.number() }),
  garment: z
    .object({
      box,
      contrast: z.number(),
      cover: z.number(),
      cut: z.record(edge, z.number()),
      pieces: z.number(),
      shape,
    })
    .nullable(),
  wearer: z
    .object({
      head: z.number(),
      arms: z.number(),
      legs: z.number(),
      throat: z.number().nullable(),
    })
    .nullable(),
});

/** `GarmentImage.readiness`: what was measured, and by which version of the measuring. */
const storedMeasures = z.object({ version: z.number(), measures });

export const toStoredMeasures = (measured: PictureMeasures) => ({
  version: MEASURES_VERSION,
  measures: measured,
});

/** Null for a picture that nobody looked at, or that was looked at in a way that is no longer understood. */
export function readStoredMeasures(json: unknown): PictureMeasures | null {
  const parsed = storedMeasures.safeParse(json);
  return parsed.success ? parsed.data.measures : null;
}
