import 'server-only';
import { shopSlugs } from '#lib/domain/slug.ts';
import { db } from '#lib/server/db.ts';
import { shopSlugIsTaken } from '#lib/server/repositories/shops.ts';

/** What a shop of that name may be called in addresses, and no other is yet. */
export async function freeShopSlug(name: string): Promise<string> {
  for (const slug of shopSlugs(name)) {
    if (!(await shopSlugIsTaken(db(), slug))) return slug;
  }
  throw new Error('There is always another slug.');
}
