import 'server-only';
import { db } from '#lib/server/db.ts';
import { dropTokensBefore } from '#lib/server/repositories/account-tokens.ts';

/** Links that are over, and with them what was to become of accounts that were never made. */
export async function sweepAccountTokens(now = new Date()): Promise<number> {
  return dropTokensBefore(db(), now);
}
