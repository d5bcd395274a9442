import 'server-only';

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
  shop_allowance_used: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type AppErrorCode = keyof typeof errorStatus;

/** What each code is called when the thrower gives no better words. */
export const errorTitle = {
  invalid_input: 'Something in this request is not right.',
  unauthenticated: 'Please sign in first.',
  wrong_credentials: 'Email or password is not right.',
  forbidden: 'You may not do this.',
  cross_site: 'This request came from another site and was refused.',
  not_found: 'This is not here.',
  conflict: 'This has changed in the meantime. Load it again.',
  consent_required: 'Please agree to how your photo is used first.',
  email_taken: 'There is already an account with this email address.',
  too_large: 'This file is too large.',
  unsupported_type: 'This kind of file cannot be used.',
  picture_refused: 'This picture cannot be used.',
  garment_not_ready: 'This garment is not ready yet.',
  rate_limited: 'That was a little fast. Please wait a moment.',
  allowance_used: 'Today’s try-ons are used up.',
  shop_allowance_used: 'This shop has given out all its try-ons for today.',
  internal: 'Something went wrong on our side.',
  unavailable: 'This is not available just now. Please try again in a moment.',
} as const satisfies Record<AppErrorCode, string>;

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
