import { z } from 'zod';
import { alertRules } from '#lib/domain/alerts.ts';
import { type Outcome, type Range, type Stage, stages } from '#lib/domain/operations.ts';

export const workerView = z.object({
  id: z.string(),
  kind: z.enum(['inline', 'apart']),
  startedAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  alive: z.boolean(),
});
export type WorkerView = z.infer<typeof workerView>;

const seconds = z.number().nullable();

/** `GET /api/admin/operations`: how things stand, as they were noted in the last minute. */
export const operationsNow = z.object({
  /** Null while nothing was noted yet. */
  sample: z
    .object({
      minute: z.iso.datetime(),
      queued: z.int(),
      oldestSeconds: z.int(),
      underWay: z.int(),
      nearHour: z.int(),
      tokens: z.number(),
      /** US dollars; null when the provider does not say. */
      credits: z.number().nullable(),
    })
    .nullable(),
  /** It is older than it should be: nobody looks. */
  stale: z.boolean(),
  /** Calls a minute that are shared by all processes. */
  callsPerMinute: z.int(),
  /** Of the sixty minutes before the sample. */
  lastHour: z.object({
    ended: z.int(),
    succeeded: z.int(),
    /** Percent; null when nothing has ended. */
    successRate: z.number().nullable(),
    stages: z.record(z.enum(stages), z.object({ count: z.int(), p50: seconds, p95: seconds })),
  }),
  /** Millionths of a US dollar, of days in UTC that end with this one. */
  spend: z.object({ today: z.number(), week: z.number(), month: z.number() }),
  /** The provider is the sandbox: nothing was paid. */
  simulated: z.boolean(),
  workers: z.array(workerView),
  /** Background tasks that have failed for good in the last 24 hours. */
  deadLetters: z.array(z.object({ task: z.string(), count: z.int() })),
  /** Of people's pictures: under way, and of these those that take longer than is promised. */
  deletions: z.object({ open: z.int(), overdue: z.int() }),
  alerts: z.array(
    z.object({
      rule: z.enum(alertRules),
      since: z.iso.datetime(),
      value: z.number().nullable(),
      told: z.boolean(),
      /** It is over, and those who were told of it are to be told so. */
      endedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type OperationsNow = z.infer<typeof operationsNow>;

/** What ended in a step of the period. */
export interface EndedStep extends Record<Outcome, number> {
  start: string;
  /** Percent; null when nothing has ended. */
  successRate: number | null;
  micros: number;
  /** Seconds; null when no look was made. */
  times: Record<Stage, { p50: number | null; p95: number | null }>;
}

/** How it stood at its worst in a step of the period; null when nobody looked. */
export interface SampledStep {
  start: string;
  queued: number | null;
  oldestSeconds: number | null;
  credits: number | null;
}

export interface OperationsHistory {
  range: Range;
  ended: EndedStep[];
  sampled: SampledStep[];
}
