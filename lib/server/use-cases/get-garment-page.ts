import 'server-only';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import { db } from '#lib/server/db.ts';
import { findActiveGarmentPage } from '#lib/server/repositories/active-garments.ts';

/** Public. Null when there is no such garment, or it is not published. */
export async function getGarmentPage(slug: string): Promise<GarmentPage | null> {
  // Postgres refuses NUL in a text.
  return slug.includes('\0') ? null : findActiveGarmentPage(db(), slug);
}
