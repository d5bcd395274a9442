import 'server-only';
import type { ShopRole } from '#lib/domain/shop-role.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findShopRunToWork, type RunToWork } from '#lib/server/repositories/import-runs.ts';

/**
 * An import of a shop's, for somebody of that shop.
 *
 * @throws AppError not_found, also for an import of another shop's; forbidden
 */
export async function requireImport(
  actor: Actor,
  shop: string,
  id: string,
  least: ShopRole = 'EDITOR',
): Promise<RunToWork> {
  const { shop: own } = await requireMember(actor, shop, least);
  const run = await findShopRunToWork(db(), own.id, id);
  if (!run) throw new AppError('not_found');
  return run;
}
