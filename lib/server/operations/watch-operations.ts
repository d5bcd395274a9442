import 'server-only';
import { floorTo, HOUR_MS } from '#lib/domain/operations.ts';
import { db } from '#lib/server/db.ts';
import { deleteHoursBefore } from '#lib/server/repositories/ops-hours.ts';
import { deleteSamplesBefore, hasSample } from '#lib/server/repositories/ops-samples.ts';
import { deleteBeatsBefore } from '#lib/server/repositories/ops-workers.ts';
import { HOURS_KEPT_MS, sumHours, sumLastHour } from './sum-hours.ts';
import { takeSample } from './take-sample.ts';
import { weighAlerts } from './weigh-alerts.ts';

const MINUTE_MS = 60_000;
const SAMPLES_KEPT_MS = 30 * 24 * HOUR_MS;
const BEATS_KEPT_MS = HOUR_MS;

/**
 * Once a minute, by whichever process comes first: notes how things stand, sums up what ended, and
 * weighs the alerts. If that process dies in between, the next minute makes up for it.
 */
export async function watchOperations(now = new Date()): Promise<void> {
  const minute = floorTo(now, MINUTE_MS);
  if (await hasSample(db(), minute)) return;
  const sample = await takeSample(minute, now);
  if (!sample) return;
  await sumHours(now);
  await sumLastHour(now);
  await weighAlerts(sample, now);
  await sweep(now);
}

async function sweep(now: Date): Promise<void> {
  const before = (keptMs: number) => new Date(now.getTime() - keptMs);
  await deleteSamplesBefore(db(), before(SAMPLES_KEPT_MS));
  await deleteHoursBefore(db(), before(HOURS_KEPT_MS + HOUR_MS));
  await deleteBeatsBefore(db(), before(BEATS_KEPT_MS));
}
