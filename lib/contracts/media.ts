import { z } from 'zod';

/** `GET /api/media/{id}`: a picture, for whoever may see it. */
export const mediaParams = z.strictObject({ id: z.uuid() });

export const mediaQuery = z.object({
  /** The narrower copy of this width, where there is one. */
  w: z.coerce.number().int().positive().optional(),
  /** Both together: a signed link of the provider. */
  expires: z.coerce.number().int().optional(),
  signature: z.string().max(100).optional(),
  /** Present: offered as a file to keep. */
  download: z
    .string()
    .optional()
    .transform((value) => value !== undefined),
});
