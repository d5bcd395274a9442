import 'server-only';
import { addDays, dayOf } from '#lib/domain/figure-days.ts';
import { db } from '#lib/server/db.ts';
import { deleteVisitsBefore } from '#lib/server/repositories/figures.ts';

/** A visit is over with its day; a try-on of it may have to wait for some more. */
const KEPT_DAYS = 7;
const AT_ONCE = 20_000;

/** Forgets who was counted. What was counted stays. */
export async function sweepVisits(now = new Date()): Promise<void> {
  const before = addDays(dayOf(now), 1 - KEPT_DAYS);
  while ((await deleteVisitsBefore(db(), before, AT_ONCE)) === AT_ONCE);
}
