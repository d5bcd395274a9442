import 'server-only';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { countOwnLooks } from '#lib/server/repositories/looks.ts';

export async function summariseLooks(actor: Actor, now = new Date()): Promise<LooksSummary> {
  return { asOf: now.toISOString(), ...(await countOwnLooks(db(), actor.userId)) };
}
