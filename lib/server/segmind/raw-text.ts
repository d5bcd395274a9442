import 'server-only';
import { withoutQueries } from '#lib/domain/redact.ts';

/** How much of an unexpected answer is kept as evidence, in characters. */
export const RAW_TEXT_LIMIT = 2048;

/** Runs of this length without a blank are picture bytes in base64, not words. */
const BASE64_RUN = /[A-Za-z0-9+/]{240,}={0,2}/gu;

/**
 * Turns an answer into text that may be stored and shown to an admin: the first 2 kB, without
 * - the API key, which some servers repeat in their complaint about it,
 * - the query strings of addresses, where the signatures of private links stand,
 * - inlined pictures, which may show a shopper,
 * - control characters (Postgres refuses NUL) and broken halves of characters.
 */
export function toRawText(input: string | Uint8Array, apiKey: string): string {
  const text = typeof input === 'string' ? input : decodeStart(input);
  const keyless = text
    .replaceAll(apiKey, '[key]')
    .replaceAll(encodeURIComponent(apiKey), '[key]')
    .replace(BASE64_RUN, '[base64]');
  const cleaned = withoutQueries(keyless)
    .replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd')
    .toWellFormed()
    .trim();
  return cleaned.slice(0, RAW_TEXT_LIMIT).toWellFormed();
}

/** Decodes some more than is kept, so that nothing secret survives by being cut in two. */
function decodeStart(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, RAW_TEXT_LIMIT * 8));
}
