import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { removeFavourite as remove } from '#lib/server/repositories/favourites.ts';

/** Takes the heart from a garment, whether or not it is still in the shop; again changes nothing. */
export async function removeFavourite(actor: Actor, slug: string): Promise<void> {
  await remove(db(), actor.userId, slug);
}
