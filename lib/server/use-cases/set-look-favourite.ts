import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { setLookFavourite as set } from '#lib/server/repositories/looks.ts';
import { transact } from '#lib/server/transact.ts';
import { looksWords } from '#lib/words/looks.ts';

/**
 * Gives a look a heart or takes it; again changes nothing.
 *
 * @throws AppError not_found, conflict when there is no picture to like.
 */
export async function setLookFavourite(
  actor: Actor,
  id: string,
  favourite: boolean,
  now = new Date(),
): Promise<void> {
  const outcome = await transact((tx) => set(tx, id, actor.userId, favourite ? now : null));
  if (outcome === 'absent') throw new AppError('not_found');
  if (outcome === 'no_look') throw new AppError('conflict', looksWords.noPictureToLike);
}
