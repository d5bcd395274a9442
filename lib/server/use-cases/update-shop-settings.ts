import 'server-only';
import type { ShopSettings, ShopSettingsBody } from '#lib/contracts/shop.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  findShopSettings,
  holdGarmentsOf,
  lockShop,
  updateShop,
} from '#lib/server/repositories/shops.ts';
import { transact } from '#lib/server/transact.ts';

/** Under another name all its garments are listed anew. */
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/** @throws AppError not_found, forbidden (owners only); conflict for another currency than its prices' */
export async function updateShopSettings(
  actor: Actor,
  shop: string,
  wanted: ShopSettingsBody,
): Promise<ShopSettings> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  return transact(async (tx) => {
    if (wanted.name !== own.name) await holdGarmentsOf(tx, own.id);
    await lockShop(tx, own.id);
    const before = await findShopSettings(tx, own.id);
    const after = { ...before, ...wanted, currency: wanted.currency ?? before.currency };
    if (before.currencyFixed && after.currency !== before.currency) {
      throw new AppError('conflict', 'The shop has prices in its currency, so it stays.');
    }
    const names = ['name', 'tagline', 'currency', 'checkoutUrl'] as const;
    const changed = names.filter((name) => after[name] !== before[name]);
    if (changed.length === 0) return before;
    await updateShop(tx, own.id, Object.fromEntries(changed.map((name) => [name, after[name]])));
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'shop.settings',
      subjectType: 'shop',
      subjectId: own.id,
      shopId: own.id,
      detail: { fields: changed.join(' ') },
    });
    return after;
  }, TRANSACTION);
}
