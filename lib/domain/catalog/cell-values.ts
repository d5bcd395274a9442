/** What stands in the cells of shops' files, whichever format they have. */

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const readTags = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map(oneLine)
      .filter((tag) => tag !== ''),
  ),
];

export const writeTags = (tags: readonly string[]): string => tags.join(', ');

/** A whole number; null when it is none. Spreadsheets write "5.0". */
export function readCount(text: string): number | null {
  const match = /^([+-]?\d{1,9})([.,]0+)?$/.exec(text.trim());
  return match ? Number(match[1]) : null;
}

/** Some write an apostrophe before numbers that a spreadsheet would spoil ("'0123"). */
export const readCode = (text: string): string => text.trim().replace(/^'(?='*\d)/, '');

/** A code that begins so itself has one more: `readCode` gives it back. */
export const writeCode = (code: string): string => (/^'+\d/.test(code) ? `'${code}` : code);

export function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}

export const isYes = (text: string): boolean => /^(true|yes|1)$/i.test(text.trim());
