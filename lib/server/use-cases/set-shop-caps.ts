import 'server-only';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findShopCaps, setShopCaps as setCaps } from '#lib/server/repositories/shop-caps.ts';

/**
 * Sets all caps of a shop. One may be lower than what is used already: then nothing more is given out
 * until there is room again.
 *
 * @throws AppError not_found, forbidden (owners only)
 */
export async function setShopCaps(actor: Actor, shop: string, caps: ShopCaps): Promise<ShopCaps> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  return db().$transaction(async (tx) => {
    const before = await findShopCaps(tx, own.id);
    const changed = (Object.keys(before) as (keyof ShopCaps)[]).filter(
      (name) => before[name] !== caps[name],
    );
    if (changed.length === 0) return caps;
    await setCaps(tx, own.id, caps);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'shop.caps',
      subjectType: 'shop',
      subjectId: own.id,
      shopId: own.id,
      detail: Object.fromEntries(changed.map((name) => [name, caps[name] ?? 'none'])),
    });
    return caps;
  });
}
