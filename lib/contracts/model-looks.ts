import { z } from 'zod';
import { activeStates, waitingReasons } from '#lib/domain/try-on.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import { shopGarmentParams } from './garment.ts';
import { houseModelView } from './photo.ts';
import { picture } from './try-on.ts';

/** A garment on the house models, as its shop's people see it. */

export const modelLookParams = shopGarmentParams.extend({ model: z.string().min(1).max(60) });

/** How the last take that was asked for is doing; null once it has come, and before there was one. */
const take = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('coming'),
    state: z.enum(activeStates),
    waiting: z.enum(waitingReasons).nullable(),
    since: z.iso.datetime(),
    /** Part of a run: it waits until no shopper does. */
    inBulk: z.boolean(),
  }),
  z.object({ kind: z.literal('failed'), problem: z.enum(errorClasses) }),
]);

export const modelLook = z.object({
  model: houseModelView,
  /** Null until there is one. */
  picture: picture.nullable(),
  /** On the garment's page, or as soon as there is a picture that is not out of date. */
  shown: z.boolean(),
  /** It was made with another picture of the garment than the one that is sent now. */
  outdated: z.boolean(),
  take: take.nullable(),
});
export type ModelLookView = z.infer<typeof modelLook>;

/** `GET /api/merchant/{shop}/garments/{id}/looks`: one for each house model, in their order. */
export const modelLooks = z.object({
  items: z.array(modelLook),
  /** How long one takes, in seconds, and what it costs, in millionths of a US dollar. */
  each: z.object({ seconds: z.number(), costMicros: z.int() }),
});
export type ModelLooks = z.infer<typeof modelLooks>;

/** `POST …/looks/{model}`: has it made. `again` is another take of what is there, and costs again. */
export const makeModelLookBody = z.strictObject({ again: z.boolean().default(false) });

/** `PATCH …/looks/{model}`. `fits` says that a picture that is out of date still shows the garment. */
export const changeModelLookBody = z
  .strictObject({ shown: z.boolean(), fits: z.literal(true) })
  .partial()
  .refine((body) => Object.keys(body).length > 0, 'Say what to change.');
export type ChangeModelLookBody = z.infer<typeof changeModelLookBody>;
