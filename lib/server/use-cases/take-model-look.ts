import 'server-only';
import { sharedSeed } from '#lib/domain/parameters.ts';
import { type RenderReason, whyLeftOut } from '#lib/domain/render-run.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { holdGarmentToTryOn } from '#lib/server/repositories/active-garments.ts';
import { expectTake, openModelLook, showModelLook } from '#lib/server/repositories/model-looks.ts';
import { createTryOn, holdShop, isShopSuspended } from '#lib/server/repositories/new-try-ons.ts';
import { findSettings } from '#lib/server/repositories/settings.ts';
import { announceTryOnChange } from '#lib/server/repositories/try-on-changes.ts';
import { recordEvent } from '#lib/server/repositories/try-on-moves.ts';
import { reserveUsage } from '#lib/server/repositories/usage.ts';
import { checkShopAllowance, type ShopLimitReached } from './check-shop-allowance.ts';

interface TakeWanted {
  shopId: string;
  /** In whose name it is asked for. */
  userId: string;
  garmentId: string;
  houseModelId: string;
  lane: TryOnLane;
  /** Of another take; the usual one has the seed that shoppers get, so that neither pays twice. */
  seed?: number;
  /** Also where there is a picture. */
  again: boolean;
  /** On the garment's page when it is there. */
  show: boolean;
  /** Also of a picture that nobody has looked at, or that is known to come out wrong. */
  insist: boolean;
  idempotencyKey: string;
  retryOfId: string | null;
}

export type TakeAnswer =
  | { kind: 'asked' | 'under_way'; tryOnId: string }
  /** The shop has it. */
  | { kind: 'there' }
  | { kind: 'absent' }
  | { kind: 'shop_suspended' }
  | { kind: 'left_out'; reason: RenderReason }
  | { kind: 'no_allowance'; reached: ShopLimitReached };

/**
 * Asks for a garment on a house model in the name of its shop, at most once: what is there or under
 * way is not asked for again.
 */
export async function takeModelLook(tx: Db, wanted: TakeWanted, now: Date): Promise<TakeAnswer> {
  const { shopId, userId, garmentId, houseModelId, lane, again, show } = wanted;
  const garment = await holdGarmentToTryOn(tx, shopId, garmentId);
  if (!garment) return { kind: 'absent' };
  const reason = whyLeftOut(garment);
  const { category, image } = garment;
  if (!category || !image) return { kind: 'left_out', reason: reason ?? 'no_picture' };
  const mayInsist = reason === 'not_ready' || reason === 'no_picture';
  if (reason && !(wanted.insist && mayInsist)) return { kind: 'left_out', reason };

  const look = await openModelLook(tx, garmentId, houseModelId);
  if (look.tryOn && !isFinal(look.tryOn.state)) {
    if (show) await showModelLook(tx, look.id);
    return { kind: 'under_way', tryOnId: look.tryOn.id };
  }
  if (look.mediaId && !look.outdated && !again) {
    if (show) await showModelLook(tx, look.id);
    return { kind: 'there' };
  }
  await holdShop(tx, shopId);
  if (await isShopSuspended(tx, shopId)) return { kind: 'shop_suspended' };
  const reached = await checkShopAllowance(tx, { shopId, userId: null }, now);
  if (reached) return { kind: 'no_allowance', reached };
  const created = await createTryOn(
    tx,
    {
      userId,
      shopId,
      garmentId,
      garmentImageId: image.id,
      photoId: null,
      houseModelId,
      baseId: null,
      retryOfId: wanted.retryOfId,
      idempotencyKey: wanted.idempotencyKey,
      category,
      ...(await findSettings(tx)).parameters,
      seed: wanted.seed ?? sharedSeed(houseModelId, image.id),
      forShop: true,
      lane,
    },
    now,
  );
  await expectTake(tx, look.id, { tryOnId: created.id, ...(show ? { shown: true } : {}) });
  await reserveUsage(tx, { id: created.id, userId, shopId });
  await recordEvent(tx, created.id, created.version, 'queued', 'queued');
  await announceTryOnChange(tx, created.id, created.version);
  return { kind: 'asked', tryOnId: created.id };
}
