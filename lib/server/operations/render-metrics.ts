import 'server-only';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { DELETION_PROMISE_MS } from '#lib/domain/erasure.ts';
import { countIn, countsBelow, quantileOf } from '#lib/domain/latency-buckets.ts';
import { floorTo, HOUR_MS, nothingEnded, outcomes, stages } from '#lib/domain/operations.ts';
import { db } from '#lib/server/db.ts';
import { callsPerMinute } from '#lib/server/provider.ts';
import { countOpenErasures } from '#lib/server/repositories/erasures.ts';
import { listAlerts } from '#lib/server/repositories/ops-alerts.ts';
import { countDeadLetters } from '#lib/server/repositories/ops-dead-letters.ts';
import { findLastHour, sumSpend } from '#lib/server/repositories/ops-hours.ts';
import { findNewestSample } from '#lib/server/repositories/ops-samples.ts';
import { countAlive } from '#lib/server/repositories/ops-workers.ts';
import { DEAD_LETTERS_MS } from './measure-alerts.ts';

/**
 * What Prometheus is told. All of it are gauges over the last hour, or of this minute, and named so: sums
 * over all hours that are kept would fall when hours are swept, or when the try-ons of a person who is
 * deleted go with her, and a counter that falls is taken for a restart and counted twice.
 */

/** On the global object: Next may load this module twice, and a process has one heap. */
const holder = globalThis as typeof globalThis & { fittingRoomProcess?: Registry };

function processMetrics(): Registry {
  if (!holder.fittingRoomProcess) {
    holder.fittingRoomProcess = new Registry();
    collectDefaultMetrics({ register: holder.fittingRoomProcess });
  }
  return holder.fittingRoomProcess;
}

export async function renderMetrics(
  now = new Date(),
): Promise<{ text: string; contentType: string }> {
  const register = new Registry();
  await fillOperations(register, now);
  const all = Registry.merge([register, processMetrics()]);
  return { text: await all.metrics(), contentType: all.contentType };
}

async function fillOperations(register: Registry, now: Date): Promise<void> {
  const [sample, lastHour, [spent = 0], alive, deadLetters, alerts, erasures] = await Promise.all([
    findNewestSample(db()),
    findLastHour(db()),
    sumSpend(db(), [floorTo(now, 24 * HOUR_MS)]),
    countAlive(db(), now),
    countDeadLetters(db(), new Date(now.getTime() - DEAD_LETTERS_MS)),
    listAlerts(db()),
    countOpenErasures(db(), new Date(now.getTime() - DELETION_PROMISE_MS)),
  ]);
  const gauge = (name: string, help: string, value: number | null) => {
    // A figure that is not known is left out, rather than told as 0.
    if (value === null) return;
    new Gauge({ name: `fitting_room_${name}`, help, registers: [register] }).set(value);
  };
  const labelled = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name: `fitting_room_${name}`, help, labelNames, registers: [register] });

  gauge('deletions_open', 'Deletions of people’s pictures that are under way.', erasures.open);
  gauge('deletions_overdue', 'Those asked for more than 24 hours ago.', erasures.overdue);
  gauge('workers_alive', 'Worker processes heard of in the last 30 seconds.', alive);
  gauge('call_budget_per_minute', 'Provider calls that may be made in a minute.', callsPerMinute());
  gauge(
    'spend_today_dollars',
    'Billed for what ended since midnight UTC, in US dollars.',
    spent / 1e6,
  );
  if (sample) {
    const { minute, queued, oldestSeconds, underWay, nearHour, tokens, credits, paused } = sample;
    gauge(
      'sample_timestamp_seconds',
      'When the sampled figures were noted.',
      minute.getTime() / 1000,
    );
    gauge('queued', 'Try-ons that wait to be sent.', queued);
    gauge(
      'queue_oldest_seconds',
      'How long the first shopper in the queue has waited.',
      oldestSeconds,
    );
    gauge('under_way', 'Try-ons that are sent, and their pictures not home.', underWay);
    gauge('near_hour', 'Try-ons sent more than 45 minutes ago, and not home.', nearHour);
    gauge('call_budget_tokens', 'Provider calls that may be made at once.', tokens);
    gauge('credits_dollars', 'What is left on the account at the provider.', credits);
    gauge('sending_paused', '1 while nothing is sent.', paused ? 1 : 0);
  }

  const ended = lastHour ?? nothingEnded;
  const byOutcome = labelled('last_hour_ended', 'Try-ons that ended in the last hour.', [
    'outcome',
  ]);
  for (const outcome of outcomes) byOutcome.set({ outcome }, ended[outcome]);

  const below = labelled(
    'last_hour_stage_seconds_bucket',
    'Looks of the last hour whose stage took less than le seconds.',
    ['stage', 'le'],
  );
  const quantiles = labelled(
    'last_hour_stage_seconds',
    'Within how many seconds a share of the looks of the last hour passed a stage.',
    ['stage', 'quantile'],
  );
  for (const stage of stages) {
    for (const { seconds, count } of countsBelow(ended[stage])) {
      below.set({ stage, le: String(seconds) }, count);
    }
    below.set({ stage, le: '+Inf' }, countIn(ended[stage]));
    for (const quantile of [0.5, 0.95]) {
      const seconds = quantileOf(ended[stage], quantile);
      if (seconds !== null) quantiles.set({ stage, quantile: String(quantile) }, seconds);
    }
  }

  const dead = labelled(
    'dead_letters',
    'Background tasks that failed for good in the last 24 hours.',
    ['task'],
  );
  for (const { task, count } of deadLetters) dead.set({ task }, count);

  const firing = labelled('alert_firing', '1 while the alert is on.', ['rule']);
  for (const { rule, since } of alerts) firing.set({ rule }, since ? 1 : 0);
}
