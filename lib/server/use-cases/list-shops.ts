import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listMemberships, type Membership } from '#lib/server/repositories/shop-members.ts';

/** The shops that this person belongs to, the longest first. */
export async function listShops(actor: Actor): Promise<Membership[]> {
  return listMemberships(db(), actor.userId);
}
