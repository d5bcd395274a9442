import 'server-only';
import type { GarmentInOneLine } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findColourCandidates as find, findKin } from '#lib/server/repositories/garment-colours.ts';

const MOST = 8;

/**
 * Garments of the shop that could be this one in another colour.
 *
 * @throws AppError not_found, also for another shop's
 */
export async function findColourCandidates(
  actor: Actor,
  shop: string,
  id: string,
  words: string,
): Promise<GarmentInOneLine[]> {
  const { shop: own } = await requireMember(actor, shop);
  const garment = await findKin(db(), own.id, id);
  if (!garment) throw new AppError('not_found');
  return find(db(), garment, words, MOST);
}
