import 'server-only';
import { addEnded, floorTo, HOUR_MS, nothingEnded } from '#lib/domain/operations.ts';
import { db } from '#lib/server/db.ts';
import {
  countEndedByHour,
  findFirstEnd,
  findNewestHour,
  putHours,
  putLastHour,
} from '#lib/server/repositories/ops-hours.ts';

export const HOURS_KEPT_MS = 400 * 24 * HOUR_MS;
/** So many hours are caught up with at a time: a month. */
const AT_ONCE = 31 * 24;

/**
 * Counts anew what ended in this hour and the one before: a try-on that ends as an hour does may be
 * written a moment later. After a time without any worker it goes on from the last hour that was summed.
 */
export async function sumHours(now: Date): Promise<void> {
  const present = floorTo(now, HOUR_MS).getTime();
  const known = (await findNewestHour(db())) ?? (await findFirstEnd(db()));
  const first = known ? floorTo(known, HOUR_MS).getTime() : present;
  const from = Math.max(present - HOURS_KEPT_MS, Math.min(first, present - HOUR_MS));
  const to = Math.min(present, from + (AT_ONCE - 1) * HOUR_MS);
  const ended = await countEndedByHour(db(), new Date(from), new Date(to + HOUR_MS));
  const byHour = new Map(ended.map((row) => [row.hour.getTime(), row]));
  // Hours of nothing are written as well: the newest tells how far it was counted.
  const hours = Array.from({ length: (to - from) / HOUR_MS + 1 }, (_, index) => {
    const hour = from + index * HOUR_MS;
    return byHour.get(hour) ?? { ...nothingEnded, hour: new Date(hour) };
  });
  await putHours(db(), hours);
}

export async function sumLastHour(now: Date): Promise<void> {
  const ended = await countEndedByHour(db(), new Date(now.getTime() - HOUR_MS), now);
  await putLastHour(
    db(),
    now,
    ended.reduce((sum, { hour: _, ...row }) => addEnded(sum, row), nothingEnded),
  );
}
