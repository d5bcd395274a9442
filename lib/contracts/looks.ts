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
  /** As in `AllowanceLeft`. */
  allowance: z.discriminatedUnion('of', [
    z.object({
      of: z.enum(['person', 'shopper']),
      /** In 24 hours; of a shopper it is in this shop. */
      aDay: z.int(),
      left: z.int(),
      /** Once none is left: when the next may be asked for, at the latest. */
      againAt: z.iso.datetime().nullable(),
    }),
    z.object({
      of: z.enum(['shop-day', 'shop-month']),
      left: z.literal(0),
      againAt: z.iso.datetime(),
    }),
  ]),
});
export type LooksSummary = z.infer<typeof looksSummary>;

/** Of the summary: the shop in which something may be asked for. */
export const looksSummaryQuery = z.object({ shop: z.string().max(80).optional() });

/** Of `DELETE /api/try-ons`: the summary that the person has agreed to. */
export const deleteLooksQuery = z.object({ asOf: z.iso.datetime() });

/** `DELETE /api/try-ons`: what became of each of one's own. */
export const looksDeleted = z.object({
  deleted: z.int(),
  calledOff: z.int(),
  goingOn: z.int(),
});
export type LooksDeleted = z.infer<typeof looksDeleted>;
