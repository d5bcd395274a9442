import 'server-only';
import type { BagView } from '#lib/contracts/bag.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { deleteBagLines } from '#lib/server/repositories/bag.ts';
import { getBag } from './get-bag.ts';

/** @throws AppError not_found */
export async function removeFromBag(actor: Actor, lineId: string): Promise<BagView> {
  if ((await deleteBagLines(db(), [lineId], actor.userId)) === 0) throw new AppError('not_found');
  return getBag(actor);
}
