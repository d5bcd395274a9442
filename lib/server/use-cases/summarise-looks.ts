import 'server-only';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { countOwnLooks } from '#lib/server/repositories/looks.ts';

export function summariseLooks(actor: Actor): Promise<LooksSummary> {
  return countOwnLooks(db(), actor.userId);
}
