import 'server-only';
import { db } from '#lib/server/db.ts';
import { listGarmentAddresses as listAddresses } from '#lib/server/repositories/active-garments.ts';

/** The most that one sitemap may hold, less what stands in it besides. Source: sitemaps.org. */
const MOST = 49_900;

/** Public: where each garment is, the newest first. */
export async function listGarmentAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return listAddresses(db(), MOST);
}
