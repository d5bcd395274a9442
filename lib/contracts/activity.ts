import { z } from 'zod';

/** `GET /api/merchant/{shop}/activity`: who changed what, the latest first. */
export const activityQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const activity = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      /** Null for somebody whose account is closed. */
      actor: z.string().nullable(),
      /** As in "garment.updated". */
      action: z.string(),
      subject: z.object({
        type: z.string(),
        id: z.string(),
        /** Of a garment or a person that is still there. */
        name: z.string().nullable(),
      }),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type Activity = z.infer<typeof activity>;
export type ActivityItem = Activity['items'][number];
