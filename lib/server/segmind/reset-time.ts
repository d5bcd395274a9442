import 'server-only';

/** A limit counted by the minute cannot reset hours from now: such a figure is a mistake. */
const FURTHEST_MS = 60 * 60 * 1000;

/** 2001-09-09 in seconds, 1970-01-12 in milliseconds: smaller figures are not points in time. */
const SMALLEST_EPOCH_SECONDS = 1e9;
const SMALLEST_EPOCH_MS = 1e12;

/**
 * When the provider will take calls again, from `x-rate-limit-reset-at-utc`, or from the standard
 * `Retry-After`, which was never seen but costs nothing to honour. The format of the former is not
 * documented: ISO 8601 (without a zone it is UTC, as its name says) and epoch seconds or
 * milliseconds are understood. A time that has passed becomes now, one further than an hour away is
 * cut to an hour, and anything else is undefined.
 */
export function readResetTime(headers: Headers, now: number): Date | undefined {
  const at =
    parseUtc(headers.get('x-rate-limit-reset-at-utc')) ??
    parseRetryAfter(headers.get('retry-after'), now);
  if (at === undefined) return undefined;
  return new Date(Math.min(Math.max(at, now), now + FURTHEST_MS));
}

function parseUtc(text: string | null): number | undefined {
  const value = text?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/u.test(value)) {
    const figure = Number(value);
    if (figure >= SMALLEST_EPOCH_MS) return finite(figure);
    if (figure >= SMALLEST_EPOCH_SECONDS) return finite(figure * 1000);
    return undefined;
  }
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u.test(value)) return undefined;
  // Python writes microseconds and a blank before the zone; ECMAScript promises neither.
  const iso = value
    .replace(' ', 'T')
    .replace(/(\.\d{3})\d+/u, '$1')
    .replace(/\s*UTC$/iu, 'Z');
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/iu.test(iso) ? iso : `${iso}Z`;
  return finite(Date.parse(zoned));
}

function parseRetryAfter(text: string | null, now: number): number | undefined {
  const value = text?.trim() ?? '';
  if (value === '') return undefined;
  if (/^\d{1,9}$/u.test(value)) return now + Number(value) * 1000;
  return finite(Date.parse(value));
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
