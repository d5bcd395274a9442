import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { pauseRunsOf, suspendShopRow } from '#lib/server/repositories/admin-shops.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findShopId } from '#lib/server/repositories/shop-caps.ts';
import { holdGarmentsOf, lockShop } from '#lib/server/repositories/shops.ts';
import { transact } from '#lib/server/transact.ts';

/** All its garments are listed anew. */
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/**
 * Closes a shop: shoppers find nothing of it any more, and its people may look but change nothing.
 * Try-ons that were asked for before come to their end.
 *
 * @param reason for admins. @throws AppError forbidden, not_found, conflict
 */
export async function suspendShop(
  actor: Actor,
  shop: string,
  reason: string,
  now = new Date(),
): Promise<void> {
  assertAdmin(actor);
  const id = await findShopId(db(), shop);
  if (!id) throw new AppError('not_found');
  await transact(async (tx) => {
    await pauseRunsOf(tx, id);
    await holdGarmentsOf(tx, id);
    await lockShop(tx, id);
    if (!(await suspendShopRow(tx, id, { reason, now }))) {
      throw new AppError('conflict', 'This shop is suspended already.');
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'shop.suspended',
      subjectType: 'shop',
      subjectId: id,
      shopId: id,
    });
  }, TRANSACTION);
}
