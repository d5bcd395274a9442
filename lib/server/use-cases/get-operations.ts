import 'server-only';
import type { OperationsNow } from '#lib/contracts/operations.ts';
import { isTold } from '#lib/domain/alerts.ts';
import { DELETION_PROMISE_MS } from '#lib/domain/erasure.ts';
import { countIn, quantileOf } from '#lib/domain/latency-buckets.ts';
import {
  countEnded,
  floorTo,
  HOUR_MS,
  nothingEnded,
  stages,
  successRate,
} from '#lib/domain/operations.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { DEAD_LETTERS_MS } from '#lib/server/operations/measure-alerts.ts';
import { callsPerMinute, providerIsSandbox } from '#lib/server/provider.ts';
import { countOpenErasures } from '#lib/server/repositories/erasures.ts';
import { listAlerts } from '#lib/server/repositories/ops-alerts.ts';
import { countDeadLetters } from '#lib/server/repositories/ops-dead-letters.ts';
import { findLastHour, sumSpend } from '#lib/server/repositories/ops-hours.ts';
import { findNewestSample } from '#lib/server/repositories/ops-samples.ts';
import { listWorkers } from '#lib/server/repositories/ops-workers.ts';

const DAY_MS = 24 * HOUR_MS;
const STALE_MS = 3 * 60_000;

/** How things stand, as they were noted in the last minute. @throws AppError forbidden */
export async function getOperations(actor: Actor, now = new Date()): Promise<OperationsNow> {
  assertAdmin(actor);
  const today = floorTo(now, DAY_MS).getTime();
  const [sample, lastHour, spend, workers, deadLetters, alerts, deletions] = await Promise.all([
    findNewestSample(db()),
    findLastHour(db()),
    sumSpend(
      db(),
      [0, 6, 29].map((days) => new Date(today - days * DAY_MS)),
    ),
    listWorkers(db(), now),
    countDeadLetters(db(), new Date(now.getTime() - DEAD_LETTERS_MS)),
    listAlerts(db()),
    countOpenErasures(db(), new Date(now.getTime() - DELETION_PROMISE_MS)),
  ]);
  const [spentToday = 0, spentInWeek = 0, spentInMonth = 0] = spend;
  const ended = lastHour ?? nothingEnded;
  return {
    sample: sample && {
      minute: sample.minute.toISOString(),
      queued: sample.queued,
      oldestSeconds: sample.oldestSeconds,
      underWay: sample.underWay,
      nearHour: sample.nearHour,
      tokens: sample.tokens,
      credits: sample.credits,
    },
    stale: sample !== null && now.getTime() - sample.minute.getTime() > STALE_MS,
    callsPerMinute: callsPerMinute(),
    lastHour: {
      ended: countEnded(ended),
      succeeded: ended.succeeded,
      successRate: successRate(ended),
      stages: Object.fromEntries(
        stages.map((stage) => [
          stage,
          {
            count: countIn(ended[stage]),
            p50: quantileOf(ended[stage], 0.5),
            p95: quantileOf(ended[stage], 0.95),
          },
        ]),
      ) as OperationsNow['lastHour']['stages'],
    },
    spend: { today: spentToday, week: spentInWeek, month: spentInMonth },
    simulated: providerIsSandbox(),
    workers,
    deadLetters,
    deletions,
    alerts: alerts.flatMap((alert) =>
      alert.since
        ? [
            {
              rule: alert.rule,
              since: alert.since.toISOString(),
              value: alert.value,
              told: isTold(alert),
              endedAt: alert.endedAt?.toISOString() ?? null,
            },
          ]
        : [],
    ),
  };
}
