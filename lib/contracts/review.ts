import { z } from 'zod';
import { appealStates, feedbackKinds, resolutions, reviewCauses } from '#lib/domain/review-case.ts';
import { tryOnStates } from '#lib/domain/try-on.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';

const instant = z.iso.datetime();
const person = z.object({ id: z.uuid(), name: z.string() });

/** A try-on's id stands for its case everywhere: that is what people paste from mails and logs. */
export const caseParams = z.strictObject({ id: z.uuid() });

/** A case as the queue shows it. */
export const caseRow = z.object({
  tryOnId: z.uuid(),
  version: z.int(),
  status: z.enum(['OPEN', 'RESOLVED']),
  cause: z.enum(reviewCauses),
  state: z.enum(tryOnStates),
  /** Null for a look that somebody complains of. */
  errorClass: z.enum(errorClasses).nullable(),
  signature: z.string(),
  appeal: z.enum(appealStates).nullable(),
  reports: z.int().min(0),
  requestId: z.string().nullable(),
  providerText: z.string().nullable(),
  providerHttp: z.int().nullable(),
  garment: z.object({ slug: z.string(), title: z.string() }),
  shop: z.object({ slug: z.string(), name: z.string() }),
  subject: z.enum(['photo', 'house-model']),
  assignee: person.nullable(),
  resolution: z.enum(resolutions).nullable(),
  createdAt: instant,
  /** Null for one that is late but still under way. */
  finishedAt: instant.nullable(),
  /** The newest try-on that was started again from this one. */
  retry: z.object({ id: z.uuid(), state: z.enum(tryOnStates) }).nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const caseEvent = z.object({
  at: instant,
  /** Who did it; null for the machine. */
  by: z.string().nullable(),
  source: z.enum(['try-on', 'admin', 'shopper']),
  kind: z.string(),
  state: z.enum(tryOnStates).nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CaseEvent = z.infer<typeof caseEvent>;

/** `GET /api/admin/cases/{id}`: all that is known of one. Pictures only by their being there. */
export const caseDetail = caseRow.extend({
  garment: z.object({
    slug: z.string(),
    title: z.string(),
    id: z.uuid(),
    status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']),
  }),
  person: z.object({
    id: z.uuid(),
    name: z.string(),
    isGuest: z.boolean(),
    suspended: z.boolean(),
    /** All her try-ons, and those that ended in review. */
    tryOns: z.int(),
    cases: z.int(),
  }),
  /** Asked for by the shop itself, on a house model. */
  forShop: z.boolean(),
  parameters: z.object({
    category: z.string(),
    steps: z.int(),
    guidance: z.number(),
    seed: z.string(),
  }),
  attempts: z.int(),
  timings: z.object({
    /** Seconds; null where that stage was never passed. */
    waiting: z.number().nullable(),
    rendering: z.number().nullable(),
    saving: z.number().nullable(),
  }),
  costMicros: z.int().nullable(),
  /** What became of the allowance: counted, given back, or still reserved. */
  quota: z.enum(['reserved', 'charged', 'returned']),
  told: z.object({ title: z.string(), advice: z.string() }).nullable(),
  adminNote: z.string(),
  retryOf: z.uuid().nullable(),
  appealCase: z
    .object({
      text: z.string(),
      state: z.enum(appealStates),
      answer: z.string().nullable(),
      createdAt: instant,
      answeredAt: instant.nullable(),
    })
    .nullable(),
  feedback: z.array(
    z.object({ kind: z.enum(feedbackKinds), text: z.string(), createdAt: instant }),
  ),
  notes: z.array(
    z.object({ id: z.uuid(), by: z.string(), mine: z.boolean(), text: z.string(), at: instant }),
  ),
  /** The last decision, where it may be taken back. */
  undoable: z.object({ kind: z.string(), by: z.string(), at: instant }).nullable(),
  pictures: z.object({ photo: z.boolean(), look: z.boolean(), garment: z.string().nullable() }),
  timeline: z.array(caseEvent),
});
export type CaseDetail = z.infer<typeof caseDetail>;
