/** The words of a search: letters and digits only, so nothing in them means anything to Postgres. */

const MAX_WORDS = 8;
const MAX_LENGTH = 40;

const fillers = new Set(
  'a an and any at by for from in is it me my of on or something the to with'.split(' '),
);

/** Words that shops use for the same thing. */
const sameThings = [
  ['tee', 'tshirt'],
  ['trousers', 'pants', 'slacks'],
  ['sweater', 'jumper', 'pullover', 'knit'],
  ['jeans', 'denim'],
  ['dress', 'gown', 'frock'],
  ['stripe', 'breton'],
];

/**
 * "The T-shirt, écru" → tshirt, ecru. As `search_text` in the migration "garment search" does to what
 * is stored. Little words are left out unless there are no others, or all are wanted as written.
 */
export function searchWords(query: string): string[] {
  const words = query
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\bt[- ]shirt/g, 'tshirt')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, MAX_LENGTH).join(''));
  const telling = words.filter((word) => isLiteral(query) || !fillers.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MAX_WORDS);
}

/**
 * In quotation marks: the words are wanted as written, in no other form, and nothing is taken for
 * what it may have meant.
 */
export const isLiteral = (query: string): boolean => /^\s*["“”„«].+["“”»]\s*$/u.test(query);

export const inQuotes = (query: string): string => `"${withoutQuotes(query)}"`;
export const withoutQuotes = (query: string): string => query.replace(/["“”„«»]/gu, '').trim();

/** Other words that mean the same, and not only the word itself in singular or plural. */
export function otherWords(word: string): string[] {
  const bare = singular(word);
  const group = sameThings.find((words) => words.some((one) => singular(one) === bare)) ?? [];
  return group.filter((one) => singular(one) !== bare);
}

const singular = (word: string): string => (/[^s]s$/.test(word) ? word.slice(0, -1) : word);
