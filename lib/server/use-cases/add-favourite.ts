import 'server-only';
import { MOST_FAVOURITES } from '#lib/domain/favourites.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findActiveGarmentId } from '#lib/server/repositories/active-garments.ts';
import { addFavourite as add, countOtherFavourites } from '#lib/server/repositories/favourites.ts';
import { transact } from '#lib/server/transact.ts';
import { favouriteWords } from '#lib/words/favourites.ts';
import { holdOpenAccount } from './hold-open-account.ts';

/**
 * Gives a garment of the shops a heart; again changes nothing.
 *
 * @throws AppError not_found, conflict when there is no room for more.
 */
export async function addFavourite(actor: Actor, slug: string): Promise<void> {
  const garmentId = await findActiveGarmentId(db(), slug);
  if (!garmentId) throw new AppError('not_found');
  const { userId } = actor;
  await transact(async (tx) => {
    await holdOpenAccount(tx, userId);
    if ((await countOtherFavourites(tx, userId, garmentId)) >= MOST_FAVOURITES) {
      throw new AppError('conflict', favouriteWords.full(MOST_FAVOURITES));
    }
    await add(tx, userId, garmentId);
  });
}
