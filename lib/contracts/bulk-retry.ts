import { z } from 'zod';
import { bulkPaces } from '#lib/domain/bulk-retry.ts';

const count = z.int().min(0);
const instant = z.iso.datetime();

/** How many were left out for each reason (`LeftOutReason`). */
const leftOut = z.record(z.string(), count);

/** `GET /api/admin/bulk-retries/preview?{the query of the queue}` */
export const bulkPreview = z.object({
  /** Cases that the question finds. */
  total: count,
  /** The first of them, that a bulk retry would look at. */
  looked: count,
  retryable: count,
  /** Of those, such as only another photo or a mend helps, so that they probably end the same way. */
  unlikely: count,
  /** Of those left out, such as would come to it with the box ticked. */
  mayBePaidFor: count,
  leftOut,
  /** What a try-on has cost lately, in millionths of a US dollar; null when nothing is known. */
  costMicros: z.int().nullable(),
});
export type BulkPreview = z.infer<typeof bulkPreview>;

/** `POST /api/admin/bulk-retries`; `query` as `writeCaseQuery` writes it. */
export const startBulkBody = z.strictObject({
  query: z.string().max(2_000),
  perMinute: z.union(bulkPaces.map((pace) => z.literal(pace))),
  alsoMaybePaid: z.boolean(),
  /** What the person was told would be retried. */
  expected: count,
});
export type StartBulkBody = z.infer<typeof startBulkBody>;

export const bulkParams = z.strictObject({ id: z.uuid() });
export const bulkStarted = z.object({ id: z.uuid() });

export const bulkView = z.object({
  id: z.uuid(),
  by: z.string().nullable(),
  /** The query of an address, for people to read and to open. */
  query: z.string(),
  perMinute: count,
  state: z.enum(['running', 'stopped', 'done']),
  createdAt: instant,
  endedAt: instant.nullable(),
  waiting: count,
  retried: count,
  leftOut,
  /** How the retries go. */
  outcomes: z.object({ underWay: count, succeeded: count, without: count, cancelled: count }),
});
export type BulkView = z.infer<typeof bulkView>;

export const bulkList = z.object({ items: z.array(bulkView) });
