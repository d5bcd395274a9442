import 'server-only';
import type { MeasurementsView } from '#lib/contracts/measurements.ts';
import { type Actor, assertAccount } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findMeasurements } from '#lib/server/repositories/measurements.ts';

/** The acting person's own, and nobody else's: there is no way to ask for another's. */
export async function getMeasurements(actor: Actor): Promise<MeasurementsView> {
  assertAccount(actor);
  return { measurements: await findMeasurements(db(), actor.userId) };
}
