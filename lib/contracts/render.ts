import { z } from 'zod';
import { pauseCauses, renderReasons, renderStates, renderVerbs } from '#lib/domain/render-run.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import { shopParams } from './garment.ts';
import { MAX_BULK, narrowing } from './garment-table.ts';
import { picture } from './try-on.ts';

/** Runs that show many garments on house models: what is asked for, what it would cost, how far it is. */

export const MAX_RENDERS = 5_000;

/** Which garments, by id or as the table is narrowed, on which house models. */
const asked = {
  garments: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(MAX_BULK) }),
    z.strictObject({ all: z.strictObject(narrowing) }),
  ]),
  models: z.array(z.string().max(60)).min(1).max(50),
};

/** `POST /api/merchant/{shop}/on-models/plan`: what a run would do; nothing is begun. */
export const renderPlanBody = z.strictObject(asked);
export type RenderPlanBody = z.infer<typeof renderPlanBody>;

const count = z.int().min(0);

export const renderPlan = z.object({
  garments: count,
  /** Garments × models. */
  pairs: count,
  /** The shop has them already. */
  there: count,
  /** The very picture was made for somebody, and costs nothing. */
  free: count,
  toMake: count,
  /** More than one run may have. */
  tooMany: z.boolean(),
  leftOut: z.array(
    z.object({
      reason: z.enum(renderReasons),
      count,
      /** The first of them. */
      garments: z.array(z.object({ id: z.uuid(), title: z.string() })),
    }),
  ),
  costMicros: z.object({ each: count, all: count, measured: z.boolean() }),
  /** When nobody else asks for any. */
  seconds: z.number(),
  /** Try-ons that the shop may still ask for now; null for no limit. */
  places: count.nullable(),
});
export type RenderPlan = z.infer<typeof renderPlan>;

/** `POST /api/merchant/{shop}/on-models` */
export const startRenderBody = renderPlanBody.extend({
  /** Whether each picture is shown on its garment's page as it comes. */
  show: z.boolean(),
  /** Free and to be made, as the person was told. */
  expected: z.int().min(1).max(MAX_RENDERS),
});
export type StartRenderBody = z.infer<typeof startRenderBody>;

export const renderParams = shopParams.extend({ id: z.uuid() });
export const renderVerbParams = renderParams.extend({ verb: z.enum(renderVerbs) });

export const renderRun = z.object({
  id: z.uuid(),
  state: z.enum(renderStates),
  pausedBy: z.enum(pauseCauses).nullable(),
  show: z.boolean(),
  startedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  counts: z.object({
    waiting: count,
    under_way: count,
    made: count,
    found: count,
    failed: count,
    left_out: count,
  }),
});
export type RenderRun = z.infer<typeof renderRun>;

const pair = z.object({
  position: count,
  garment: z.object({ id: z.uuid(), title: z.string(), colour: z.string() }),
  model: z.string(),
});

export const renderDetail = renderRun.extend({
  costMicros: count,
  /** Of what is still to be made, when nobody else asks for any. */
  secondsLeft: z.number(),
  models: z.array(z.string()),
  /** The last that came, the newest first. */
  newest: z.array(pair.extend({ picture })),
  failed: z.array(pair.extend({ problem: z.enum(errorClasses) })),
  leftOut: z.array(pair.extend({ reason: z.enum(renderReasons).nullable() })),
});
export type RenderDetail = z.infer<typeof renderDetail>;

export const renderListQuery = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const renderList = z.object({
  items: z.array(renderRun),
  nextCursor: z.uuid().nullable(),
});
export type RenderList = z.infer<typeof renderList>;
