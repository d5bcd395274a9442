import 'server-only';
import { type Actor, assertAccount } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { keepMeasurements } from '#lib/server/repositories/measurements.ts';

/** To forget what was never kept is no mistake. */
export async function forgetMeasurements(actor: Actor): Promise<void> {
  assertAccount(actor);
  await keepMeasurements(db(), actor.userId, null);
}
