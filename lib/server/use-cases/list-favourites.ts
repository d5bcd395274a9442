import 'server-only';
import type { FavouriteGarment } from '#lib/contracts/favourite.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import {
  listFavouriteGarments,
  listSlugsOfFavourites,
} from '#lib/server/repositories/favourites.ts';
import { findCards } from '#lib/server/repositories/garment-cards.ts';

/** The favourite garments, the latest first; those that are no longer in the shop are marked. */
export async function listFavourites(actor: Actor): Promise<FavouriteGarment[]> {
  const favourites = await listFavouriteGarments(db(), actor.userId);
  const gone = new Set(favourites.filter(({ inShop }) => !inShop).map(({ slug }) => slug));
  const cards = await findCards(
    db(),
    favourites.map(({ id }) => id),
  );
  return cards.map((card) => ({ ...card, inShop: !gone.has(card.slug) }));
}

/** For the hearts on any page. */
export function listFavouriteSlugs(actor: Actor): Promise<string[]> {
  return listSlugsOfFavourites(db(), actor.userId);
}
