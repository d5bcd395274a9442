import { z } from 'zod';
import { type BodyMeasure, bodyMeasures, measureLimits } from '#lib/domain/body-measures.ts';
import { sizeAdviceWords } from '#lib/words/sizes.ts';

function centimetres(measure: BodyMeasure) {
  const { least, most } = measureLimits[measure];
  return z.number().min(least).max(most).optional();
}

/** `PUT /api/account/measurements`: replaces what was kept. Centimetres; any of them, at least one. */
export const measurementsBody = z
  .strictObject({
    chest: centimetres('chest'),
    waist: centimetres('waist'),
    hips: centimetres('hips'),
    insideLeg: centimetres('insideLeg'),
    height: centimetres('height'),
  } satisfies Record<BodyMeasure, unknown>)
  .refine((body) => bodyMeasures.some((measure) => body[measure] !== undefined), {
    error: sizeAdviceWords.giveOne,
  });
export type MeasurementsBody = z.infer<typeof measurementsBody>;

/** `GET` and `PUT /api/account/measurements`: null when nothing is kept. */
export const measurementsView = z.object({ measurements: measurementsBody.nullable() });
export type MeasurementsView = z.infer<typeof measurementsView>;
