import 'server-only';
import { problemTitles } from '#lib/words/problems.ts';

/** Every error that a request may end in, and its HTTP status. The one table. */
export const errorStatus = {
  invalid_input: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  conflict: 409,
  consent_required: 409,
  email_taken: 409,
  too_large: 413,
  unsupported_type: 415,
  picture_refused: 422,
  garment_not_ready: 422,
  rate_limited: 429,
  allowance_used: 429,
  shop_month_used: 429,
  shop_day_used: 429,
  shopper_allowance_used: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type AppErrorCode = keyof typeof errorStatus;

/** What each code is called when the thrower gives no better words. */
export const errorTitle: Record<AppErrorCode, string> = problemTitles;

/** An error that the person may hear about. Anything else that is thrown becomes a bare 500. */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly fields: Record<string, string> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: AppErrorCode,
    message: string = errorTitle[code],
    more: { fields?: Record<string, string>; retryAfterSeconds?: number } = {},
  ) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.fields = more.fields;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
