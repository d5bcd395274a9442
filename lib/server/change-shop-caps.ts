import 'server-only';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { recordAudit } from './repositories/audit.ts';
import { findShopCaps, setShopCaps } from './repositories/shop-caps.ts';
import { transact } from './transact.ts';

/** Sets all caps of a shop, for whoever may. Without a change there is no entry in its log. */
export async function changeShopCaps(
  actor: Actor,
  shopId: string,
  caps: ShopCaps,
): Promise<ShopCaps> {
  return transact(async (tx) => {
    const before = await findShopCaps(tx, shopId);
    const changed = (Object.keys(before) as (keyof ShopCaps)[]).filter(
      (name) => before[name] !== caps[name],
    );
    if (changed.length === 0) return caps;
    await setShopCaps(tx, shopId, caps);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'shop.caps',
      subjectType: 'shop',
      subjectId: shopId,
      shopId,
      detail: Object.fromEntries(changed.map((name) => [name, caps[name] ?? 'none'])),
    });
    return caps;
  });
}
