import { z } from 'zod';
import { pauseReasons } from '#lib/domain/breaker.ts';
import { tryOnStates } from '#lib/domain/try-on.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';

/** A review case with its try-on, as admins see it: with the provider's id and raw words. */
export const reviewCaseView = z.object({
  tryOnId: z.uuid(),
  state: z.enum(tryOnStates),
  errorClass: z.enum(errorClasses),
  errorTitle: z.string(),
  adminNote: z.string(),
  status: z.enum(['OPEN', 'RESOLVED']),
  requestId: z.string().nullable(),
  providerText: z.string().nullable(),
  providerHttp: z.int().nullable(),
  garment: z.object({ slug: z.string(), title: z.string() }),
  shop: z.string(),
  subject: z.enum(['photo', 'house-model']),
  createdAt: z.iso.datetime(),
  /** Null for one that is late but still under way. */
  finishedAt: z.iso.datetime().nullable(),
  /** The newest try-on that was started again from this one. */
  retry: z.object({ id: z.uuid(), state: z.enum(tryOnStates) }).nullable(),
});
export type ReviewCaseView = z.infer<typeof reviewCaseView>;

export const reviewListQuery = z.object({
  state: z.enum(['failed', 'blocked', 'expired', 'unknown']).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const reviewList = z.object({
  items: z.array(reviewCaseView),
  nextCursor: z.uuid().nullable(),
});
export type ReviewList = z.infer<typeof reviewList>;

/** `GET /api/admin/sending`: whether try-ons are sent to the provider, and what waits. */
export const sendingView = z.object({
  pause: z
    .object({
      reason: z.enum(pauseReasons),
      since: z.iso.datetime(),
      /** When it is tried again by itself; null for a pause that only a person ends. */
      probeAt: z.iso.datetime().nullable(),
      /** Failed tries so far. */
      probes: z.int().min(0),
      /** Who paused by hand, and why. */
      by: z.string().nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  queued: z.int().min(0),
  oldestQueuedAt: z.iso.datetime().nullable(),
  /** Sent, and their pictures not home yet. */
  underWay: z.int().min(0),
});
export type SendingView = z.infer<typeof sendingView>;

/** `POST /api/admin/sending/pause` */
export const pauseSendingBody = z.strictObject({
  note: z.string().trim().min(1, 'Say why, for whoever finds it paused.').max(300),
});
