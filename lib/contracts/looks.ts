import { z } from 'zod';

/** `GET /api/try-ons/summary`: how many of one's own there are, before all of them are deleted. */
export const looksSummary = z.object({
  looks: z.int(),
  /** Of the looks. */
  favourites: z.int(),
  /** Ended without a picture, and still shown. */
  others: z.int(),
  /** Not sent yet: they can be called off. */
  waiting: z.int(),
  /** With the picture service: they end by themselves. */
  goingOn: z.int(),
});
export type LooksSummary = z.infer<typeof looksSummary>;

/** `DELETE /api/try-ons`: what became of each of one's own. */
export const looksDeleted = z.object({
  deleted: z.int(),
  calledOff: z.int(),
  goingOn: z.int(),
});
export type LooksDeleted = z.infer<typeof looksDeleted>;
