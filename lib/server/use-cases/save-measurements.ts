import 'server-only';
import type { MeasurementsBody, MeasurementsView } from '#lib/contracts/measurements.ts';
import { type Actor, assertAccount } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { keepMeasurements } from '#lib/server/repositories/measurements.ts';

/** Replaces what the account kept before. */
export async function saveMeasurements(
  actor: Actor,
  measurements: MeasurementsBody,
): Promise<MeasurementsView> {
  assertAccount(actor);
  await keepMeasurements(db(), actor.userId, measurements);
  return { measurements };
}
