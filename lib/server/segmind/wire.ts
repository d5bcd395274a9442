import 'server-only';
import { z } from 'zod';

/** Ids are put into paths: nothing that could lead out of one is taken for an id. */
export const requestIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/u);

/** The answer to a submit. Its addresses are left out on purpose: ours are built from the id. */
export const submitAnswerSchema = z.looseObject({ request_id: requestIdSchema });

export const jobStatusSchema = z.enum(['QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED']);
export type JobStatus = z.infer<typeof jobStatusSchema>;

export const assetAnswerSchema = z.looseObject({
  file_urls: z.array(z.url({ protocol: /^https?$/u })).min(1),
});

/** Figures that the provider gives about a job; all of them may be absent. */
export type JobMetrics = Readonly<{
  inferenceSeconds?: number;
  queueSeconds?: number;
  totalSeconds?: number;
  costUsd?: number;
  remainingCredits?: number;
}>;

/** Never fails: a job is not lost over a figure beside it. Strings of digits are understood. */
export function readMetrics(value: unknown): JobMetrics {
  if (!isRecord(value)) return {};
  const figures = {
    inferenceSeconds: readFigure(value.inference_time),
    queueSeconds: readFigure(value.queue_time),
    totalSeconds: readFigure(value.total_time),
    costUsd: readFigure(value.cost),
    remainingCredits: readFigure(value.remaining_credits),
  };
  return Object.fromEntries(Object.entries(figures).filter(([, figure]) => figure !== undefined));
}

export function readFigure(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(?:\.\d{1,15})?\s*$/u.test(value))
    return undefined;
  return Number(value);
}

/** The object that a body consists of, or undefined when it is anything else. */
export function readJsonObject(body: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The provider's own words in an error body, or undefined when it has none. `error` is what its
 * servers send; `detail` and `message` come from the frameworks and gateways around them.
 */
export function readErrorText(body: Record<string, unknown>): string | undefined {
  for (const name of ['error', 'detail', 'message']) {
    const text = textOf(body[name]);
    if (text === undefined) continue;
    const more = textOf(body.error_description);
    return more === undefined || more === text ? text : `${text}: ${more}`;
  }
  return textOf(body.error_description);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return value === null || value === undefined ? undefined : JSON.stringify(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
