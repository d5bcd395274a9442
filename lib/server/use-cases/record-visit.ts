import 'server-only';
import type { VisitBody } from '#lib/contracts/figures.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import { db } from '#lib/server/db.ts';
import { countVisit } from '#lib/server/figures/count.ts';
import { findGarmentToCount } from '#lib/server/repositories/active-garments.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * How far somebody has come with a garment, by her browser's word. Of what no shop shows, or nobody can
 * try on, nothing is counted.
 */
export async function recordVisit(
  visitor: Visitor | null,
  { garment: slug, step }: VisitBody,
  now = new Date(),
): Promise<void> {
  if (!visitor) return;
  const garment = await findGarmentToCount(db(), slug);
  if (!garment) return;
  const of = { shopId: garment.shopId, garmentIds: [garment.id] };
  await transact((tx) => countVisit(tx, visitor, of, step, now));
}
