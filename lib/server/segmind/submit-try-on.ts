import 'server-only';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { SegmindContext } from './context.ts';
import { checkParameters, type TryOnParameters, toWireBody } from './parameters.ts';
import { readResetTime } from './reset-time.ts';
import { judgeStatus, type Resend } from './status-table.ts';
import { readFigure, readJsonObject, readMetrics, submitAnswerSchema } from './wire.ts';

export type SubmitOutcome =
  | { kind: 'accepted'; requestId: string; remainingCredits?: number }
  /** Certainly no job came of it. */
  | {
      kind: 'not_accepted';
      errorClass: TryOnErrorClass;
      providerText: string;
      httpStatus?: number;
      retryAt?: Date;
      resend: Resend;
    }
  /** A job may be running and billed, and there is no way to find out. Never sent again by itself. */
  | { kind: 'unknown'; providerText: string; httpStatus?: number };

/**
 * `POST /v2/try-on-diffusion`, exactly once. Every POST is a new, billed job: the API has no
 * idempotency key, so the caller commits its intent before this call.
 */
export async function submitTryOn(
  context: SegmindContext,
  input: TryOnParameters,
): Promise<SubmitOutcome> {
  const checked = checkParameters(input);
  if (checked.kind === 'invalid') {
    return {
      kind: 'not_accepted',
      errorClass: 'invalid_request',
      providerText: checked.complaint,
      resend: 'never',
    };
  }

  const answer = await context.call({
    method: 'POST',
    path: '/v2/try-on-diffusion',
    json: toWireBody(checked.parameters),
  });

  if (answer.kind === 'failed') {
    const { sent, timedOut, message } = answer.failure;
    if (sent === 'lost') return { kind: 'unknown', providerText: message };
    return {
      kind: 'not_accepted',
      errorClass: timedOut ? 'provider_timeout' : 'provider_error',
      providerText: message,
      resend: 'later',
    };
  }

  const { status: httpStatus, headers, body } = answer;
  if (httpStatus >= 200 && httpStatus < 300) {
    // A body that was cut off behind its closing brace is whole, and its id worth having.
    const parsed = submitAnswerSchema.safeParse(readJsonObject(body));
    if (parsed.success) {
      const remainingCredits =
        readFigure(headers.get('x-remaining-credits')) ??
        readMetrics(parsed.data.metrics).remainingCredits;
      return { kind: 'accepted', requestId: parsed.data.request_id, remainingCredits };
    }
    // A success without a usable id: the job exists, and nobody can ask for it.
    const text = context.rawText(body);
    return { kind: 'unknown', httpStatus, providerText: text || 'success without a request id' };
  }

  const providerText = context.errorText(body);
  const { errorClass, afterSubmit } = judgeStatus(httpStatus, providerText);
  if (afterSubmit === 'unknown') {
    return { kind: 'unknown', httpStatus, providerText: providerText || `HTTP ${httpStatus}` };
  }
  return {
    kind: 'not_accepted',
    errorClass,
    providerText: providerText || `HTTP ${httpStatus}`,
    httpStatus,
    retryAt: readResetTime(headers, context.now()),
    resend: afterSubmit,
  };
}
