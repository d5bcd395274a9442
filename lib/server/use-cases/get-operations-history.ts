import 'server-only';
import type { EndedStep, OperationsHistory, SampledStep } from '#lib/contracts/operations.ts';
import { quantileOf } from '#lib/domain/latency-buckets.ts';
import {
  addEnded,
  type Ended,
  floorTo,
  nothingEnded,
  outcomes,
  type Range,
  ranges,
  stages,
  stepsOf,
  successRate,
} from '#lib/domain/operations.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listHours } from '#lib/server/repositories/ops-hours.ts';
import { listSampleSteps } from '#lib/server/repositories/ops-samples.ts';

/** How it went over a period. Reads what was summed and noted, never a try-on. @throws AppError forbidden */
export async function getOperationsHistory(
  actor: Actor,
  range: Range,
  now = new Date(),
): Promise<OperationsHistory> {
  assertAdmin(actor);
  const { lengthMs, stepMs, sampleMs } = ranges[range];
  const steps = stepsOf(lengthMs, stepMs, now);
  const sampleSteps = stepsOf(lengthMs, sampleMs, now);
  const [hours, samples] = await Promise.all([
    listHours(db(), steps[0] ?? now),
    listSampleSteps(db(), sampleSteps, sampleMs),
  ]);
  const bySteps = Map.groupBy(hours, ({ hour }) => floorTo(hour, stepMs).getTime());
  const sampled = new Map(samples.map((row) => [row.start.getTime(), row]));
  return {
    range,
    ended: steps.map((start) => {
      const all = bySteps.get(start.getTime()) ?? [];
      return endedStep(start, all.reduce<Ended>(addEnded, nothingEnded));
    }),
    sampled: sampleSteps.map((start): SampledStep => {
      const row = sampled.get(start.getTime());
      return {
        start: start.toISOString(),
        queued: row?.queued ?? null,
        oldestSeconds: row?.oldestSeconds ?? null,
        credits: row?.credits ?? null,
      };
    }),
  };
}

const endedStep = (start: Date, ended: Ended): EndedStep => ({
  start: start.toISOString(),
  ...(Object.fromEntries(outcomes.map((outcome) => [outcome, ended[outcome]])) as Pick<
    Ended,
    (typeof outcomes)[number]
  >),
  successRate: successRate(ended),
  micros: ended.costMicros,
  times: Object.fromEntries(
    stages.map((stage) => [
      stage,
      { p50: quantileOf(ended[stage], 0.5), p95: quantileOf(ended[stage], 0.95) },
    ]),
  ) as EndedStep['times'],
});
