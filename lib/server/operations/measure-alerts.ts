import 'server-only';
import type { AlertRule } from '#lib/domain/alerts.ts';
import { DELETION_PROMISE_MS } from '#lib/domain/erasure.ts';
import { quantileOf } from '#lib/domain/latency-buckets.ts';
import { countEnded, HOUR_MS, nothingEnded, successRate } from '#lib/domain/operations.ts';
import { db } from '#lib/server/db.ts';
import { countOpenErasures } from '#lib/server/repositories/erasures.ts';
import { findOldestAppeal } from '#lib/server/repositories/ops-alerts.ts';
import { countDeadLetters } from '#lib/server/repositories/ops-dead-letters.ts';
import { findLastHour } from '#lib/server/repositories/ops-hours.ts';
import type { Sample } from '#lib/server/repositories/ops-samples.ts';
import { findLastBeat } from '#lib/server/repositories/ops-workers.ts';
import { findPause } from '#lib/server/repositories/provider-gate.ts';

/** A task that failed for good is told of for so long. */
export const DEAD_LETTERS_MS = 24 * HOUR_MS;

/** What each rule is about, in its unit; null for what cannot be told just now. */
export async function measureAlerts(
  sample: Sample,
  leastTryOns: number,
  now: Date,
): Promise<Record<AlertRule, number | null>> {
  const [lastHour, pause, lastBeat, deadLetters, oldestAppeal, erasures] = await Promise.all([
    findLastHour(db()),
    findPause(db()),
    findLastBeat(db()),
    countDeadLetters(db(), new Date(now.getTime() - DEAD_LETTERS_MS)),
    findOldestAppeal(db()),
    countOpenErasures(db(), new Date(now.getTime() - DELETION_PROMISE_MS)),
  ]);
  const since = (time: Date, unitMs: number) =>
    Math.max(0, Math.floor((now.getTime() - time.getTime()) / unitMs));
  const ended = lastHour ?? nothingEnded;
  return {
    success_rate: countEnded(ended) >= leastTryOns ? successRate(ended) : null,
    slow: quantileOf(ended.whole, 0.95),
    oldest: sample.oldestSeconds,
    paused: pause ? since(pause.since, 60_000) : 0,
    credits: sample.credits,
    near_hour: sample.nearHour,
    // Where a scheduler moves the try-ons there has never been a worker to miss.
    no_worker: lastBeat && since(lastBeat, 1_000),
    dead_letters: deadLetters.reduce((sum, { count }) => sum + count, 0),
    deletions: erasures.overdue,
    appeals: oldestAppeal ? since(oldestAppeal, HOUR_MS) : 0,
  };
}
