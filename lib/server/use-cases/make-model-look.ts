import 'server-only';
import type { ModelLooks } from '#lib/contracts/model-looks.ts';
import { drawSeed } from '#lib/domain/parameters.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember, SHOP_SUSPENDED } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findActiveHouseModel } from '#lib/server/repositories/house-models.ts';
import { transact } from '#lib/server/transact.ts';
import { refusals } from '#lib/words/problems.ts';
import { listModelLooks } from './list-model-looks.ts';
import { shopLimitRefusal } from './shop-limit-refusal.ts';
import { takeModelLook } from './take-model-look.ts';

/**
 * Has a garment made on a house model, published or not. What is there or on its way is not asked for
 * once more, unless it is to be another take.
 *
 * @returns the garment's looks, and the try-on to ring for; null when nothing is to be made.
 * @throws AppError not_found (also for another shop's), forbidden, garment_not_ready,
 *   shop_month_used, shop_day_used
 */
export async function makeModelLook(
  actor: Actor,
  { shop, id, model }: { shop: string; id: string; model: string },
  { again }: { again: boolean },
  idempotencyKey: string,
  now = new Date(),
): Promise<{ looks: ModelLooks; tryOnId: string | null }> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const houseModel = await findActiveHouseModel(db(), model);
  if (!houseModel) throw new AppError('not_found', refusals.modelGone);
  // With a blank, which no client may send in a key of its own.
  const key = `shop ${idempotencyKey}`;
  const tryOnId = await transact(async (tx) => {
    const known = await tx.tryOn.findFirst({
      where: { userId: actor.userId, idempotencyKey: key },
      select: { id: true },
    });
    if (known) return known.id;
    const answer = await takeModelLook(
      tx,
      {
        shopId: own.id,
        userId: actor.userId,
        garmentId: id,
        houseModelId: houseModel.id,
        lane: 'SHOPPER',
        ...(again ? { seed: drawSeed(Math.random()) } : {}),
        again,
        show: false,
        insist: true,
        idempotencyKey: key,
        retryOfId: null,
      },
      now,
    );
    switch (answer.kind) {
      case 'absent':
        throw new AppError('not_found');
      case 'shop_suspended':
        throw new AppError('forbidden', SHOP_SUSPENDED);
      case 'left_out':
        throw new AppError('garment_not_ready', sentences[answer.reason]);
      case 'no_allowance':
        throw shopLimitRefusal(answer.reached, now);
      case 'there':
        return null;
      case 'under_way':
        return answer.tryOnId;
      case 'asked':
        await recordAudit(tx, {
          actorId: actor.userId,
          action: 'garment.look-made',
          subjectType: 'garment',
          subjectId: id,
          shopId: own.id,
          detail: { model },
        });
        return answer.tryOnId;
    }
  });
  return { looks: await listModelLooks(actor, shop, id), tryOnId };
}

const sentences = {
  archived: 'It is archived. Bring it back as a draft first.',
  not_for_trying_on: refusals.garmentNotForTryingOn,
  no_picture: 'Add a picture first: it is what goes on the house model.',
  not_ready: 'Its picture is not ready to be tried on.',
} as const;
