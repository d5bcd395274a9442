import { z } from 'zod';
import { APPEAL_LENGTH, FEEDBACK_LENGTH } from '#lib/domain/case-decision.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import { guidanceRange, seedRange, stepsRange } from '#lib/domain/parameters.ts';
import { appealStates, feedbackKinds } from '#lib/domain/review-case.ts';
import { waitingReasons } from '#lib/domain/try-on.ts';
import { askAgainAnswers, errorClasses } from '#lib/domain/try-on-error.ts';

const id = z.uuid();
const instant = z.iso.datetime();

/**
 * `POST /api/try-ons`. On a photo of one's own, on a house model, or on a look of one's own that already
 * wears the other piece of an outfit (`#lib/domain/outfit.ts` says what goes on what).
 */
export const submitTryOnBody = z.strictObject({
  garment: z.string().min(1).max(120).describe('slug of the garment'),
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('photo'), photoId: id }),
    z.strictObject({ kind: z.literal('house-model'), slug: z.string().min(1).max(60) }),
    z.strictObject({ kind: z.literal('look'), tryOnId: id }),
  ]),
  seed: z.int().min(seedRange.min).max(seedRange.max).optional(),
  steps: z.int().min(stepsRange.min).max(stepsRange.max).optional(),
  guidance: z.number().min(guidanceRange.min).max(guidanceRange.max).optional(),
  /** The try-on that this one asks for again. */
  retryOf: id.optional(),
});
export type SubmitTryOnBody = z.infer<typeof submitTryOnBody>;

export const tryOnParams = z.strictObject({ id });

/** `GET /api/try-ons/{id}?since&wait`: hold the answer until the version is above `since`. */
export const tryOnStatusQuery = z.object({
  since: z.coerce.number().int().min(0).optional(),
  wait: z.coerce.number().min(0).max(60).optional(),
});

export const picture = z.object({
  url: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** `srcset` candidates of a public picture, narrowest first. */
  sources: z.array(z.object({ url: z.string(), width: z.int().positive() })).optional(),
});
export type Picture = z.infer<typeof picture>;

const triedGarment = z.object({
  slug: z.string(),
  title: z.string(),
  category: z.enum(garmentCategories),
  picture: picture.nullable(),
  /** False when its shop has taken it away: it has no page then, and nobody can try it on. */
  colour: z.string(),
  inShop: z.boolean(),
});

const common = {
  id,
  version: z.int().positive(),
  createdAt: instant,
  garment: triedGarment,
  subject: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('photo'), photoId: id, picture: picture.nullable() }),
    z.object({
      kind: z.literal('house-model'),
      slug: z.string(),
      name: z.string(),
      picture: picture.nullable(),
    }),
  ]),
  /** The try-on that this one goes over, for an outfit. `look` is null once it was deleted. */
  under: z.object({ id, garment: triedGarment, look: picture.nullable() }).nullable(),
  retryOf: id.nullable(),
};

/** How long such try-ons take: measured on our own recent ones, or the provider's published figure. */
export const expectedTime = z.object({
  medianSeconds: z.number().positive(),
  measured: z.boolean(),
});

const waiting = z.enum(waitingReasons).nullable();

/** What went wrong, in the words for the person who asked. */
export const tryOnProblem = z.object({
  code: z.enum(errorClasses),
  title: z.string(),
  advice: z.string(),
  askAgain: z.enum(askAgainAnswers),
});
export type TryOnProblem = z.infer<typeof tryOnProblem>;

const active = { ...common, waiting, expected: expectedTime };

/** Her objection to a block; `retry` is the try-on that was started again because of it. */
const appeal = z.object({
  state: z.enum(appealStates),
  answer: z.string().nullable(),
  retry: id.nullable(),
});
export type AppealView = z.infer<typeof appeal>;

const problem = {
  ...common,
  finishedAt: instant,
  problem: tryOnProblem,
  appeal: appeal.nullable(),
};

/** A try-on as its owner sees it. The provider's words, ids and URLs are not in it. */
export const tryOnView = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('queued'),
    ...active,
    /** How many are sent before it; one more than `MOST_AHEAD` for more than those. */
    ahead: z.int().min(0),
  }),
  z.object({ state: z.literal('sending'), ...active }),
  z.object({ state: z.literal('running'), ...active, submittedAt: instant }),
  z.object({ state: z.literal('saving'), ...active, submittedAt: instant }),
  z.object({
    state: z.literal('succeeded'),
    ...common,
    finishedAt: instant,
    look: picture,
    /** The picture is deleted then. */
    keptUntil: instant,
    seed: z.int(),
    favourite: z.boolean(),
    /** She has said that something is wrong with it. */
    reported: z.boolean(),
  }),
  z.object({ state: z.literal('failed'), ...problem }),
  z.object({ state: z.literal('blocked'), ...problem }),
  z.object({ state: z.literal('expired'), ...problem }),
  z.object({ state: z.literal('unknown'), ...problem }),
  z.object({ state: z.literal('cancelled'), ...common, finishedAt: instant }),
]);
export type TryOnView = z.infer<typeof tryOnView>;

/** `GET /api/try-ons`: newest first. `only=favourites` leaves out what has no heart. */
export const tryOnListQuery = z.object({
  only: z.literal('favourites').optional(),
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(60).default(24),
});
export const tryOnList = z.object({ items: z.array(tryOnView), nextCursor: id.nullable() });
export type TryOnList = z.infer<typeof tryOnList>;

/** `POST /api/try-ons/{id}/appeal`: once, and only against a block. */
export const appealBody = z.strictObject({ text: z.string().trim().min(1).max(APPEAL_LENGTH) });

/** `POST /api/try-ons/{id}/feedback`: of each kind once; another text takes the first one's place. */
export const feedbackBody = z.strictObject({
  kind: z.enum(feedbackKinds),
  text: z.string().trim().max(FEEDBACK_LENGTH).optional(),
});
export type FeedbackBody = z.infer<typeof feedbackBody>;
