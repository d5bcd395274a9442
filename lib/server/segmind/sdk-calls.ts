import 'server-only';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import { checkStatus } from './check-status.ts';
import type { SegmindContext } from './context.ts';
import { InferenceFailed, InferenceTimeout, SegmindError } from './errors.ts';
import { fetchResult, type ResultOutput } from './fetch-result.ts';
import type { TryOnParameters } from './parameters.ts';
import { submitTryOn } from './submit-try-on.ts';
import type { Unavailable } from './unavailable.ts';
import { type AssetPicture, uploadAssets } from './upload-assets.ts';
import type { JobMetrics } from './wire.ts';

/** The deadline and the pace of the vendor's Python SDK. */
const DEFAULT_TIMEOUT_MS = 600_000;
const DEFAULT_INTERVAL_MS = 1000;

export type WaitOptions = Readonly<{ timeoutMs?: number; intervalMs?: number }>;

export type TryOnResult = Readonly<{
  requestId: string;
  output: ResultOutput;
  metrics: JobMetrics;
}>;

export type TryOnJob = Readonly<{
  requestId: string;
  remainingCredits?: number;
  wait: (options?: WaitOptions) => Promise<TryOnResult>;
}>;

export type JobState =
  | { status: 'QUEUED' | 'PROCESSING' }
  | { status: 'COMPLETED'; metrics: JobMetrics }
  | { status: 'FAILED'; detail: string; statusBody: Readonly<Record<string, unknown>> };

/** Troubles that pass by themselves: a poll that met one is simply made again. */
const PASSING: ReadonlySet<TryOnErrorClass> = new Set<TryOnErrorClass>([
  'rate_limited',
  'provider_error',
  'provider_timeout',
  'provider_protocol',
]);

/** Queues a job. Throws `SegmindError`, of class `submit_unknown` when a job may exist all the same. */
export async function submit(
  context: SegmindContext,
  parameters: TryOnParameters,
): Promise<TryOnJob> {
  const outcome = await submitTryOn(context, parameters);
  switch (outcome.kind) {
    case 'accepted': {
      const { requestId, remainingCredits } = outcome;
      return { requestId, remainingCredits, wait: (options) => wait(context, requestId, options) };
    }
    case 'not_accepted':
      throw new SegmindError({
        status: outcome.httpStatus ?? null,
        detail: outcome.providerText,
        errorClass: outcome.errorClass,
      });
    case 'unknown':
      throw new SegmindError({
        status: outcome.httpStatus ?? null,
        detail: outcome.providerText,
        errorClass: 'submit_unknown',
      });
  }
}

/** Asks once. Throws `SegmindError`; a FAILED job is an answer, not an error. */
export async function status(context: SegmindContext, requestId: string): Promise<JobState> {
  const outcome = await checkStatus(context, requestId);
  switch (outcome.kind) {
    case 'pending':
      return { status: outcome.providerStatus };
    case 'completed':
      return { status: 'COMPLETED', metrics: outcome.metrics };
    case 'failed':
      return { status: 'FAILED', detail: outcome.providerText, statusBody: outcome.statusBody };
    case 'gone':
      throw goneError(outcome.providerText);
    case 'unavailable':
      throw unavailableError(outcome);
  }
}

/** The final body. Throws `InferenceFailed` for a failed job, `SegmindError` for all else. */
export async function result(context: SegmindContext, requestId: string): Promise<TryOnResult> {
  const outcome = await fetchResult(context, requestId);
  switch (outcome.kind) {
    case 'ready':
      return { requestId, output: outcome.output, metrics: outcome.metrics };
    case 'pending':
      throw new SegmindError({
        status: null,
        detail: `not done yet (${outcome.providerStatus})`,
        errorClass: 'provider_timeout',
      });
    case 'failed':
      throw new InferenceFailed(outcome.providerText, outcome.statusBody);
    case 'gone':
      throw goneError(outcome.providerText);
    case 'unavailable':
      throw unavailableError(outcome);
  }
}

/**
 * Polls until the job is done. Unlike the vendor's SDK it survives a poll that fails for a passing
 * reason, since asking again is free. Throws `InferenceFailed`, `InferenceTimeout` or `SegmindError`.
 */
export async function wait(
  context: SegmindContext,
  requestId: string,
  { timeoutMs = DEFAULT_TIMEOUT_MS, intervalMs = DEFAULT_INTERVAL_MS }: WaitOptions = {},
): Promise<TryOnResult> {
  checkPositive('timeoutMs', timeoutMs);
  checkPositive('intervalMs', intervalMs);
  const begun = context.now();
  let completed = false;
  for (;;) {
    const outcome = completed
      ? await fetchResult(context, requestId)
      : await checkStatus(context, requestId);
    let pause = intervalMs;
    switch (outcome.kind) {
      case 'completed':
        completed = true;
        pause = 0;
        break;
      case 'ready':
        return { requestId, output: outcome.output, metrics: outcome.metrics };
      case 'failed':
        throw new InferenceFailed(outcome.providerText, outcome.statusBody);
      case 'gone':
        throw goneError(outcome.providerText);
      case 'unavailable':
        if (!PASSING.has(outcome.errorClass)) throw unavailableError(outcome);
        if (outcome.retryAt) pause = Math.max(pause, outcome.retryAt.getTime() - context.now());
        break;
      case 'pending':
        break;
    }
    const elapsed = context.now() - begun;
    if (elapsed + pause > timeoutMs) throw new InferenceTimeout(requestId, elapsed);
    if (pause > 0) await context.sleep(pause);
  }
}

/** Submits and waits. */
export async function run(
  context: SegmindContext,
  parameters: TryOnParameters,
  options?: WaitOptions,
): Promise<TryOnResult> {
  const job = await submit(context, parameters);
  return job.wait(options);
}

/** Uploads one picture and gives its address. Throws `SegmindError`. */
export async function uploadAsset(context: SegmindContext, picture: AssetPicture): Promise<string> {
  const outcome = await uploadAssets(context, [picture]);
  if (outcome.kind === 'unavailable') throw unavailableError(outcome);
  return outcome.urls[0];
}

function goneError(detail: string): SegmindError {
  return new SegmindError({ status: 404, detail, errorClass: 'result_expired' });
}

function unavailableError({ httpStatus, providerText, errorClass }: Unavailable): SegmindError {
  return new SegmindError({ status: httpStatus ?? null, detail: providerText, errorClass });
}

function checkPositive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new RangeError(`${name} must be a positive number of milliseconds`);
  }
}
