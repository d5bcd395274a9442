import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findGarmentInput } from '#lib/server/repositories/shop-garments.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import type { OpenedMedia } from './open-media.ts';

/**
 * A garment's picture as it goes to the provider, for the people of its shop.
 *
 * @throws AppError not_found (also for another shop's), unavailable
 */
export async function openGarmentInput(
  actor: Actor,
  { shop, id, picture }: { shop: string; id: string; picture: string },
): Promise<OpenedMedia> {
  const { shop: own } = await requireMember(actor, shop);
  const key = await findGarmentInput(db(), { shopId: own.id, garmentId: id, imageId: picture });
  if (!key) throw new AppError('not_found');
  const opened = await storage()
    .get(key)
    .catch(() => {
      throw new AppError('unavailable');
    });
  if (!opened) throw new AppError('not_found');
  return { ...opened, isPublic: false };
}
