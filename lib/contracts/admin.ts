import { z } from 'zod';
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
  finishedAt: z.iso.datetime(),
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
