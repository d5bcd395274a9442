import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { liftShopRow } from '#lib/server/repositories/admin-shops.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findShopId } from '#lib/server/repositories/shop-caps.ts';
import { holdGarmentsOf, lockShop } from '#lib/server/repositories/shops.ts';
import { transact } from '#lib/server/transact.ts';

/** All its garments are listed anew. */
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/** Opens a suspended shop again, as it was. @throws AppError forbidden, not_found, conflict */
export async function liftShopSuspension(actor: Actor, shop: string): Promise<void> {
  assertAdmin(actor);
  const id = await findShopId(db(), shop);
  if (!id) throw new AppError('not_found');
  await transact(async (tx) => {
    await holdGarmentsOf(tx, id);
    await lockShop(tx, id);
    if (!(await liftShopRow(tx, id))) {
      throw new AppError('conflict', 'This shop is not suspended.');
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'shop.suspension-lifted',
      subjectType: 'shop',
      subjectId: id,
      shopId: id,
    });
  }, TRANSACTION);
}
