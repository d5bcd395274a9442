import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { hideGuide } from '#lib/server/repositories/shop-guide.ts';

/**
 * Puts the guide of first steps away for all of a shop's people, or takes it out again.
 *
 * @throws AppError not_found, forbidden (viewers)
 */
export async function setGuideHidden(
  actor: Actor,
  shop: string,
  hidden: boolean,
  now = new Date(),
): Promise<{ hidden: boolean }> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  await hideGuide(db(), own.id, hidden ? now : null);
  return { hidden };
}
