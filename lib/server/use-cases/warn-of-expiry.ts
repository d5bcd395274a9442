import 'server-only';
import { WARN_AFTER_MS } from '#lib/domain/try-on.ts';
import { log } from '#lib/server/log.ts';
import { openCasesForLate } from '#lib/server/repositories/review-cases.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Opens a review case for every try-on whose picture has not come home 45 minutes after it was sent:
 * a quarter of an hour later the provider forgets it. Once each.
 *
 * @returns how many are new.
 */
export async function warnOfExpiry(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - WARN_AFTER_MS);
  const tryOnIds = await transact((tx) => openCasesForLate(tx, before));
  for (const tryOnId of tryOnIds) log.warn({ tryOnId }, 'running out of time');
  return tryOnIds.length;
}
