import 'server-only';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import { linkTokenHash } from '#lib/server/auth/link-token.ts';
import { db } from '#lib/server/db.ts';
import { findInvitation } from '#lib/server/repositories/team.ts';

/** Public: whoever has the link may know where it leads. Null for one that is over. */
export async function getInvitation(
  token: string,
  now = new Date(),
): Promise<{ shop: { slug: string; name: string }; email: string; role: ShopRole } | null> {
  const found = await findInvitation(db(), linkTokenHash(token), now);
  if (!found) return null;
  const { email, role, shop } = found;
  return { email, role, shop: { slug: shop.slug, name: shop.name } };
}
