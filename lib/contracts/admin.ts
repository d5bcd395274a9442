import { z } from 'zod';
import { pauseReasons } from '#lib/domain/breaker.ts';

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
