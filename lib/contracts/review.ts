import { z } from 'zod';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import { caseTabs } from '#lib/domain/case-tabs.ts';
import { retryRefusals } from '#lib/domain/retry-refusal.ts';
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
  /** Of the case; `createdAt` is the try-on's. */
  openedAt: instant,
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
  /** Why it cannot be asked for again; null when it can. */
  noRetry: z.enum(retryRefusals).nullable(),
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
  /** Private ones only by their being there: a photo that is not was deleted. */
  pictures: z.object({
    photo: z.boolean(),
    look: z.boolean(),
    garment: z.string().nullable(),
    /** Of the house model, where one wears it. */
    model: z.string().nullable(),
  }),
  timeline: z.array(caseEvent),
});
export type CaseDetail = z.infer<typeof caseDetail>;

/** A filter as its address has it; what it does not know it leaves out. */
export const caseQueryParams = z.record(z.string(), z.string()).transform(readCaseQuery);

export const caseListParams = z
  .object({ cursor: z.uuid().optional() })
  .catchall(z.string())
  .transform(({ cursor, ...given }) => ({ query: readCaseQuery(given), cursor }));

/** `GET /api/admin/cases` */
export const caseList = z.object({
  items: z.array(caseRow),
  nextCursor: z.uuid().nullable(),
  /** Nothing fitted: these were found by the same words among all cases, resolved ones too. */
  widened: z.boolean(),
});
export type CaseList = z.infer<typeof caseList>;

/** `GET /api/admin/cases/counts`: how many cases each tab would show. */
export const caseCounts = z.object({
  tabs: z.record(z.enum(caseTabs), z.int()),
  /** Resolved ones are counted no further than this. */
  resolvedLimit: z.int(),
});
export type CaseCounts = z.infer<typeof caseCounts>;

/** `GET /api/admin/cases/groups`: cases whose provider said the same, the most frequent first. */
export const caseGroups = z.object({
  items: z.array(
    z.object({
      signature: z.string(),
      errorClass: z.enum(errorClasses).nullable(),
      /** Of the newest of them; null where the provider said nothing. */
      sample: z.string().nullable(),
      count: z.int(),
      firstAt: instant,
      lastAt: instant,
      /** Cases of this signature a day, resolved ones too; today is the last. */
      days: z.array(z.int()),
    }),
  ),
  /** There are more groups than these. */
  more: z.boolean(),
});
export type CaseGroups = z.infer<typeof caseGroups>;

/** What the queue can be narrowed to, and what is chosen of it by name. */
export interface CaseOptions {
  shops: { slug: string; name: string }[];
  garments: { slug: string; title: string }[];
  people: { id: string; name: string }[];
  admins: { id: string; name: string }[];
}

/** Which pictures of a case can be asked for. */
export const casePictureBody = z.strictObject({
  which: z.enum(['photo', 'look']),
  reason: z
    .string()
    .trim()
    .min(3, 'Say in a few words why you need to see it.')
    .max(200, 'Say it in 200 characters.'),
});
export type CasePictureBody = z.infer<typeof casePictureBody>;

/** A link for this admin alone, and not for long. */
export const casePicture = z.object({
  url: z.string(),
  width: z.int(),
  height: z.int(),
  expiresAt: instant,
});

export const casePictureQuery = z.object({
  expires: z.coerce.number().int(),
  signature: z.string().max(100),
});

export const savedView = z.object({ id: z.uuid(), name: z.string(), query: z.string() });
export const savedViews = z.object({ items: z.array(savedView) });
export type SavedViews = z.infer<typeof savedViews>;

const viewName = z.string().trim().min(1, 'Give it a name.').max(60, 'Use at most 60 characters.');
/** The query is read and written anew, so that no view holds what no address may. */
export const saveViewBody = z.strictObject({ name: viewName, query: z.string().max(2_000) });
export const renameViewBody = z.strictObject({ name: viewName });
export const viewParams = z.strictObject({ id: z.uuid() });
