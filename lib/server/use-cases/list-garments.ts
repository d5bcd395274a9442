import 'server-only';
import type { GarmentList } from '#lib/contracts/garment.ts';
import { type Browse, everything } from '#lib/domain/browse.ts';
import { type BrowseCursor, parseCursor, printCursor } from '#lib/domain/browse-cursor.ts';
import { closestWord } from '#lib/domain/closest-word.ts';
import { searchWords } from '#lib/domain/search-words.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findCards } from '#lib/server/repositories/garment-cards.ts';
import {
  countListings,
  findSimilarWords,
  findUnknownWords,
  type Listing,
  type ListingQuery,
  listListings,
} from '#lib/server/repositories/garment-listings.ts';
import { refusals } from '#lib/words/problems.ts';

/** Beyond this a number tells nobody anything, and counting would cost what paging does not. */
const COUNTED = 500;

/**
 * Public: a page of what is in the shops. Words that fit nothing are taken for what was probably
 * meant, and the answer says so.
 *
 * @throws AppError invalid_input for a cursor that is not of this sort
 */
export async function listGarments({
  cursor: cursorText,
  limit = 48,
  counted = false,
  ...asked
}: Partial<Browse> & {
  cursor?: string;
  limit?: number;
  /** Whether the first page says how many there are. */
  counted?: boolean;
}): Promise<GarmentList> {
  const { q, ...browse } = { ...everything, ...asked };
  const words = searchWords(q);
  // Words of which nothing is left ("?!") are no search.
  const sort = browse.sort === 'relevance' && words.length === 0 ? 'newest' : browse.sort;
  const cursor = cursorText ? parseCursor(cursorText, sort) : null;
  if (cursorText && !cursor) {
    throw new AppError('invalid_input', refusals.placeNotOfThisList);
  }
  const typed = { ...browse, sort, words };
  let query = typed;
  let rows = await listListings(db(), query, cursor, limit + 1);
  if (rows.length === 0 && words.length > 0) {
    query = { ...typed, words: await correctWords(words) };
    if (query.words !== words) rows = await listListings(db(), query, cursor, limit + 1);
    if (rows.length === 0) query = typed;
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const [items, total] = await Promise.all([
    findCards(
      db(),
      shown.map(({ garmentId }) => garmentId),
    ),
    cursor || !counted ? null : countGarments(query, rows.length, limit),
  ]);
  return {
    items,
    nextCursor: rows.length > limit && last ? printCursor(placeAfter(last, sort)) : null,
    total,
    readAs: query === typed ? null : query.words.join(' '),
  };
}

async function countGarments(query: ListingQuery, seen: number, limit: number) {
  if (seen <= limit) return { count: seen, orMore: false };
  const count = await countListings(db(), query, COUNTED + 1);
  return { count: Math.min(count, COUNTED), orMore: count > COUNTED };
}

/** The same array when there is nothing to correct. */
async function correctWords(words: string[]): Promise<string[]> {
  const unknown = await findUnknownWords(db(), words);
  if (unknown.length === 0) return words;
  const corrected: string[] = [];
  for (const word of words) {
    const meant =
      unknown.includes(word) &&
      closestWord(word, await findSimilarWords(db(), word), { unfinished: word === words.at(-1) });
    corrected.push(meant || word);
  }
  return corrected.every((word, place) => word === words[place]) ? words : corrected;
}

function placeAfter({ garmentId: id, ...row }: Listing, sort: Browse['sort']): BrowseCursor {
  switch (sort) {
    case 'newest':
      return { by: 'newest', listedAt: row.listedAt, id };
    case 'relevance':
      return { by: 'relevance', near: row.near, listedAt: row.listedAt, id };
    case 'price-up':
    case 'price-down':
      return { by: sort, priceMinor: row.priceMinor, id };
  }
}
