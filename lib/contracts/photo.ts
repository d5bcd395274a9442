import { z } from 'zod';
import { picture } from './try-on.ts';

/** `POST /api/photos` answers 201 with this; the body is `multipart/form-data`: file, consentVersion. */
export const photoView = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  /** Deleted then, unless it is used before. */
  keptUntil: z.iso.datetime(),
  picture,
});
export type PhotoView = z.infer<typeof photoView>;

export const photoList = z.object({ items: z.array(photoView) });

export const houseModelView = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  heightCm: z.int(),
  picture,
});
export type HouseModelView = z.infer<typeof houseModelView>;
