/**
 * What nobody needs to read of others' answers, and nobody should: the query strings of addresses,
 * where the signatures of private links stand, keys, and people's e-mail addresses.
 */

const QUERY = /(https?:\/\/[^\s"'<>?#]+)\?[^\s"'<>]*/giu;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Named as one, or of the provider's own form (`SG_…`). */
const KEY =
  /\b(bearer\s+|(?:x-)?api[-_ ]?key["']?\s*[:=]\s*["']?|authorization["']?\s*[:=]\s*["']?(?:bearer\s+)?)[\w.~+/=-]{8,}|\bSG_[\w-]{8,}/giu;

export const withoutQueries = (text: string): string => text.replace(QUERY, '$1?[…]');

/** For people to read: whatever was kept before a rule was made is caught on its way out. */
export const withoutSecrets = (text: string): string =>
  withoutQueries(text)
    .replace(KEY, (_, name?: string) => `${name ?? ''}[key]`)
    .replace(EMAIL, '[e-mail]');
