import { z } from 'zod';

/**
 * `GET /api/try-ons/summary`: how many of one's own there are, before all of them are deleted, and how
 * many more may be asked for.
 */
export const looksSummary = z.object({
  /** When they were counted, by the server's clock: what ends later is not among the looks. */
  asOf: z.iso.datetime(),
  looks: z.int(),
  /** Of the looks. */
  favourites: z.int(),
  /** Ended without a picture, and still shown. */
  others: z.int(),
  /** Not sent yet: they can be called off. */
  waiting: z.int(),
  /** With the picture service: they end by themselves. */
  goingOn: z.int(),
  allowance: z.object({
    /** In 24 hours. */
    aDay: z.int(),
    left: z.int(),
    /** Once none is left: when the next may be asked for, at the latest. */
    againAt: z.iso.datetime().nullable(),
  }),
});
export type LooksSummary = z.infer<typeof looksSummary>;

/** Of `DELETE /api/try-ons`: the summary that the person has agreed to. */
export const deleteLooksQuery = z.object({ asOf: z.iso.datetime() });

/** `DELETE /api/try-ons`: what became of each of one's own. */
export const looksDeleted = z.object({
  deleted: z.int(),
  calledOff: z.int(),
  goingOn: z.int(),
});
export type LooksDeleted = z.infer<typeof looksDeleted>;
