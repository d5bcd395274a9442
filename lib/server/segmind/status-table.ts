import 'server-only';
import { classifyProviderText } from '#lib/domain/provider-text.ts';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';

/**
 * What may be done with a submit that was answered with an error.
 * - `later`: nothing was accepted; the same request may go out when the obstacle is gone.
 * - `once`: the server failed; the same request may go out one more time.
 * - `never`: nothing was accepted, and the same request would be refused again.
 * - `unknown`: a job may be running all the same. Only a person may ask again.
 */
export type AfterSubmit = Resend | 'unknown';
export type Resend = 'later' | 'once' | 'never';

export type StatusVerdict = Readonly<{ errorClass: TryOnErrorClass; afterSubmit: AfterSubmit }>;

type Row = Readonly<{
  errorClass: TryOnErrorClass;
  afterSubmit: AfterSubmit;
  /**
   * Which words of the answer may overrule `errorClass`: those of a refused job, or, for 406, those
   * that tell an empty account from a refused request.
   */
  readText?: 'refusal' | 'credits_or_refusal';
}>;

/** The documented codes, and those that integrators have seen. */
const STATUS_TABLE: Readonly<Record<number, Row>> = {
  400: { errorClass: 'invalid_request', afterSubmit: 'never', readText: 'refusal' },
  401: { errorClass: 'credentials', afterSubmit: 'later' },
  402: { errorClass: 'credits', afterSubmit: 'later' },
  403: { errorClass: 'forbidden', afterSubmit: 'later' },
  // Of a request record it means expired, which `read-job.ts` knows; here it is an unknown model.
  404: { errorClass: 'invalid_request', afterSubmit: 'never' },
  405: { errorClass: 'provider_protocol', afterSubmit: 'never' },
  406: { errorClass: 'credits', afterSubmit: 'later', readText: 'credits_or_refusal' },
  // The server gave up reading the request. That it then did nothing is likely but not documented.
  408: { errorClass: 'provider_timeout', afterSubmit: 'unknown' },
  // The model is retired.
  410: { errorClass: 'invalid_request', afterSubmit: 'never' },
  // The job FAILED: it was run, and it is not billed.
  422: { errorClass: 'unclassified', afterSubmit: 'never', readText: 'refusal' },
  429: { errorClass: 'rate_limited', afterSubmit: 'later' },
  // nginx's word for a client that hung up: a proxy in between lost the answer.
  499: { errorClass: 'provider_timeout', afterSubmit: 'unknown' },
  500: { errorClass: 'provider_error', afterSubmit: 'once' },
  502: { errorClass: 'provider_error', afterSubmit: 'once' },
  503: { errorClass: 'provider_error', afterSubmit: 'once' },
  // The gateway passed the request on and did not see the answer.
  504: { errorClass: 'provider_timeout', afterSubmit: 'unknown' },
};

/** Of the three things that 406 stands for, these words name the one about money. */
const ABOUT_CREDITS =
  /credits?\b|balance|quota|spend|insufficient\s+funds|billing|payment|top.?up|recharge/iu;

/**
 * What an HTTP status says that is no success, with the provider's words where the code alone is
 * ambiguous. Codes that nobody has documented: another 4xx refuses the request, and everything else
 * (1xx to 3xx, other 5xx such as those of a CDN) leaves open what became of a submit.
 */
export function judgeStatus(status: number, providerText: string): StatusVerdict {
  const row = STATUS_TABLE[status];
  if (row === undefined) return judgeUndocumented(status);
  const { errorClass, afterSubmit, readText } = row;
  if (readText === undefined) return { errorClass, afterSubmit };
  if (readText === 'credits_or_refusal') {
    // Without a word it has the meaning that the API page gives it.
    if (providerText === '' || ABOUT_CREDITS.test(providerText)) return { errorClass, afterSubmit };
    return { errorClass: refusal(providerText, 'invalid_request'), afterSubmit: 'never' };
  }
  return { errorClass: refusal(providerText, errorClass), afterSubmit };
}

function refusal(providerText: string, otherwise: TryOnErrorClass): TryOnErrorClass {
  const { errorClass } = classifyProviderText(providerText);
  return errorClass === 'unclassified' ? otherwise : errorClass;
}

function judgeUndocumented(status: number): StatusVerdict {
  if (status >= 400 && status < 500) return { errorClass: 'invalid_request', afterSubmit: 'never' };
  if (status >= 500) return { errorClass: 'provider_error', afterSubmit: 'unknown' };
  return { errorClass: 'provider_protocol', afterSubmit: 'unknown' };
}
