import 'server-only';
import type { ModelLooks, ModelLookView } from '#lib/contracts/model-looks.ts';
import { isFinal, type WaitingReason } from '#lib/domain/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { listActiveHouseModels } from '#lib/server/repositories/house-models.ts';
import { toPublicPicture } from '#lib/server/repositories/media.ts';
import { findModelLooks } from '#lib/server/repositories/model-looks.ts';
import { asErrorClass } from '#lib/server/repositories/own-try-ons.ts';
import { findGarmentToChange } from '#lib/server/repositories/shop-garments.ts';
import { estimateOne } from './estimate-renders.ts';

/**
 * A garment on each of the house models: what there is, and what is being made.
 *
 * @throws AppError not_found, also for a garment of another shop
 */
export async function listModelLooks(actor: Actor, shop: string, id: string): Promise<ModelLooks> {
  const { shop: own } = await requireMember(actor, shop);
  if (!(await findGarmentToChange(db(), own.id, id))) throw new AppError('not_found');
  const [models, looks, each] = await Promise.all([
    listActiveHouseModels(db()),
    findModelLooks(db(), id),
    estimateOne(),
  ]);
  return {
    items: models.map((model) => {
      const look = looks.get(model.slug);
      return {
        model,
        picture: look?.media ? toPublicPicture(look.media) : null,
        shown: look?.shown ?? false,
        outdated: look?.outdated ?? false,
        take: look?.tryOn ? toTake(look.tryOn) : null,
      };
    }),
    each: { seconds: each.seconds, costMicros: each.costMicros },
  };
}

type TakeRow = NonNullable<
  NonNullable<ReturnType<Awaited<ReturnType<typeof findModelLooks>>['get']>>['tryOn']
>;

function toTake(row: TakeRow): ModelLookView['take'] {
  const { state, waitingReason, errorClass, createdAt, lane } = row;
  if (!isFinal(state)) {
    return {
      kind: 'coming',
      state,
      waiting: waitingReason as WaitingReason | null,
      since: createdAt.toISOString(),
      inBulk: lane === 'BULK',
    };
  }
  if (state === 'succeeded' || state === 'cancelled') return null;
  return { kind: 'failed', problem: asErrorClass(errorClass) };
}
