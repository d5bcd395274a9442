/**
 * The provider gives no codes for what it says of a failed job, only words, and those carry ids,
 * addresses and figures that differ each time. Without them the same cause reads the same: that is
 * what cases are grouped by, and what rules about words are matched on.
 */

const LIMIT = 300;

const ADDRESS = /https?:\/\/[^\s"'<>]+/gu;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|\b(?=[0-9a-f]*[0-9])[0-9a-f]{8,}\b|[0-9]+/gu;

/** In small letters, with `…` for each address and `#` for each id or figure; at most 300 characters. */
export function normaliseProviderText(text: string): string {
  return text
    .toLowerCase()
    .replace(ADDRESS, '…')
    .replace(ID, '#')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LIMIT)
    .toWellFormed();
}

/** What cases of one cause have in common. */
export function caseSignature(errorClass: string, providerText: string | null): string {
  return `${errorClass}: ${normaliseProviderText(providerText ?? '')}`.trim();
}
