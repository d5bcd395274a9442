import 'server-only';
import { db } from '#lib/server/db.ts';
import { dropTokensBefore } from '#lib/server/repositories/account-tokens.ts';

/**
 * Links that are over: with them go what was to become of accounts that were never made, and the addresses
 * of people who were invited and did not come.
 */
export async function sweepAccountTokens(now = new Date()): Promise<number> {
  return dropTokensBefore(db(), now);
}
