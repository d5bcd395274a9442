import 'server-only';
import type { GarmentOffer } from '#lib/contracts/garment.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findGarmentOffer } from '#lib/server/repositories/active-garments.ts';
import { refusals } from '#lib/words/problems.ts';

/** Public: in which sizes a garment can be bought. @throws AppError not_found when no shop shows it */
export async function getGarmentOffer(slug: string): Promise<GarmentOffer> {
  const offer = await findGarmentOffer(db(), slug);
  if (!offer) throw new AppError('not_found', refusals.garmentGone);
  return offer;
}
