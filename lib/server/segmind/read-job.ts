import 'server-only';
import { classifyProviderText, type ProviderTextClass } from '#lib/domain/provider-text.ts';
import type { SegmindContext } from './context.ts';
import type { Exchange } from './exchange.ts';
import { toUnavailable, type Unavailable } from './unavailable.ts';
import {
  type JobMetrics,
  type JobStatus,
  jobStatusSchema,
  readErrorText,
  readJsonObject,
  readMetrics,
} from './wire.ts';

/** The provider ran the job and gave up. Nothing is billed. */
export type JobFailed = Readonly<{
  kind: 'failed';
  errorClass: ProviderTextClass;
  providerText: string;
  httpStatus: number;
  metrics: JobMetrics;
  /** The whole body, as the vendor's SDK hands it out. */
  statusBody: Readonly<Record<string, unknown>>;
}>;

/** The provider does not know the id: it never did, or the hour of the record is over. */
export type JobGone = Readonly<{ kind: 'gone'; providerText: string }>;

export type JobPending = Readonly<{ kind: 'pending'; providerStatus: 'QUEUED' | 'PROCESSING' }>;

type JobAnswer =
  | JobPending
  | { kind: 'completed'; body: Record<string, unknown>; metrics: JobMetrics }
  | JobFailed
  | JobGone
  | Unavailable;

/** Both addresses of a job answer with the same body; the final one adds the output. */
export function readJob(context: SegmindContext, requestId: string, answer: Exchange): JobAnswer {
  if (answer.kind === 'failed') return toUnavailable(context, answer);
  const { status: httpStatus, body: bytes, cut } = answer;
  const body = cut === undefined ? readJsonObject(bytes) : undefined;

  // Like the vendor's SDK, a body with a status is believed under any HTTP code.
  const status = jobStatusSchema.safeParse(body?.status);
  if (body !== undefined && status.success) {
    if (body.request_id !== undefined && body.request_id !== requestId) {
      const unavailable = toUnavailable(context, answer);
      const providerText = context.rawText(`The answer is about another request: ${decode(bytes)}`);
      return { ...unavailable, errorClass: 'provider_protocol', providerText };
    }
    return fromStatus(context, status.data, body, httpStatus);
  }

  if (httpStatus === 422 && (body !== undefined || bytes.length === 0)) {
    return failed(context, body ?? {}, httpStatus);
  }
  // 410 is documented for retired models only; of a record, too, it says that it will not come back.
  // An HTML page is no word of the API: a wrong base address must not expire what is running.
  if ((httpStatus === 404 || httpStatus === 410) && !looksLikeHtml(bytes)) {
    return { kind: 'gone', providerText: context.errorText(bytes) || `HTTP ${httpStatus}` };
  }
  return toUnavailable(context, answer, 'no status in the answer');
}

function fromStatus(
  context: SegmindContext,
  status: JobStatus,
  body: Record<string, unknown>,
  httpStatus: number,
): JobAnswer {
  switch (status) {
    case 'QUEUED':
    case 'PROCESSING':
      return { kind: 'pending', providerStatus: status };
    case 'COMPLETED':
      return { kind: 'completed', body, metrics: readMetrics(body.metrics) };
    case 'FAILED':
      return failed(context, body, httpStatus);
  }
}

function failed(
  context: SegmindContext,
  body: Record<string, unknown>,
  httpStatus: number,
): JobFailed {
  const providerText = context.rawText(readErrorText(body) ?? '');
  return {
    kind: 'failed',
    errorClass: classifyProviderText(providerText).errorClass,
    providerText: providerText || 'FAILED without a reason',
    httpStatus,
    metrics: readMetrics(body.metrics),
    statusBody: body,
  };
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^\s*(?:<!doctype|<html|<head|<body)/iu.test(decode(bytes.subarray(0, 512)));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
