import 'server-only';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { SegmindContext } from './context.ts';
import type { Exchange } from './exchange.ts';
import { readResetTime } from './reset-time.ts';
import { judgeStatus } from './status-table.ts';

/** The question could not be answered now; asking it again costs nothing and changes nothing. */
export type Unavailable = Readonly<{
  kind: 'unavailable';
  errorClass: TryOnErrorClass;
  providerText: string;
  httpStatus?: number;
  /** Not before this, when the provider said so. */
  retryAt?: Date;
}>;

/** Reads an answer that is not the one asked for. `why` is kept where the provider said nothing. */
export function toUnavailable(
  context: SegmindContext,
  answer: Exchange,
  why = 'empty answer',
): Unavailable {
  if (answer.kind === 'failed') {
    return {
      kind: 'unavailable',
      errorClass: answer.failure.timedOut ? 'provider_timeout' : 'provider_error',
      providerText: answer.failure.message,
    };
  }
  const { status: httpStatus, body, cut } = answer;
  const text = context.errorText(body);
  const common = {
    kind: 'unavailable',
    providerText: text || why,
    httpStatus,
    retryAt: readResetTime(answer.headers, context.now()),
  } as const;
  if (httpStatus < 200 || httpStatus >= 400) {
    return { ...common, errorClass: judgeStatus(httpStatus, text).errorClass };
  }
  if (cut === 'deadline') return { ...common, errorClass: 'provider_timeout' };
  if (cut === 'socket') return { ...common, errorClass: 'provider_error' };
  return { ...common, errorClass: 'provider_protocol' };
}
