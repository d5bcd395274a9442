import 'server-only';
import type { MeasurementsBody, MeasurementsView } from '#lib/contracts/measurements.ts';
import { type Actor, assertAccount } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { keepMeasurements } from '#lib/server/repositories/measurements.ts';

/**
 * Replaces what the account kept before.
 *
 * @throws AppError forbidden for guests; unauthenticated when it was closed meanwhile
 */
export async function saveMeasurements(
  actor: Actor,
  measurements: MeasurementsBody,
): Promise<MeasurementsView> {
  assertAccount(actor);
  if (!(await keepMeasurements(db(), actor.userId, measurements))) {
    throw new AppError('unauthenticated');
  }
  return { measurements };
}
