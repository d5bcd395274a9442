import 'server-only';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { countOwnLooks } from '#lib/server/repositories/looks.ts';
import { measureAllowance } from './measure-allowance.ts';

export async function summariseLooks(actor: Actor, now = new Date()): Promise<LooksSummary> {
  const [counts, { againAt, ...allowance }] = await Promise.all([
    countOwnLooks(db(), actor.userId),
    measureAllowance(db(), actor, now),
  ]);
  return {
    asOf: now.toISOString(),
    ...counts,
    allowance: { ...allowance, againAt: againAt?.toISOString() ?? null },
  };
}
