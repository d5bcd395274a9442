import 'server-only';
import type { GarmentList } from '#lib/contracts/garment.ts';
import { type Browse, everything } from '#lib/domain/browse.ts';
import { type BrowseCursor, parseCursor, printCursor } from '#lib/domain/browse-cursor.ts';
import { isLiteral, searchWords } from '#lib/domain/search-words.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findCards } from '#lib/server/repositories/garment-cards.ts';
import {
  countListings,
  type Listing,
  type ListingQuery,
  listListings,
} from '#lib/server/repositories/garment-listings.ts';
import { refusals } from '#lib/words/problems.ts';
import { hideHeldOut } from './find-held-out-shops.ts';
import { readSearch, type SearchReading } from './read-search.ts';

/** Beyond this a number tells nobody anything, and counting would cost what paging does not. */
const COUNTED = 500;

/**
 * Public: a page of what is in the shops. What is searched for may be more or other than what was
 * typed, unless that stands in quotation marks; the answer says so.
 *
 * @param visitor to whom a shop may not show that its garments can be tried on.
 * @throws AppError invalid_input for a cursor that is not of this sort
 */
export async function listGarments(
  {
    cursor: cursorText,
    limit = 48,
    counted = false,
    ...asked
  }: Partial<Browse> & {
    cursor?: string;
    limit?: number;
    /** Whether the first page says how many there are. */
    counted?: boolean;
  },
  visitor: Visitor | null = null,
): Promise<GarmentList> {
  const { q, ...browse } = { ...everything, ...asked };
  const words = searchWords(q);
  // Words of which nothing is left ("?!") are no search.
  const sort = browse.sort === 'relevance' && words.length === 0 ? 'newest' : browse.sort;
  const cursor = cursorText ? parseCursor(cursorText, sort) : null;
  if (cursorText && !cursor) {
    throw new AppError('invalid_input', refusals.placeNotOfThisList);
  }
  const literal = isLiteral(q);
  const reading = literal ? { words, others: [] } : await readSearch(words);
  const query = { ...browse, sort, literal, words: reading.words };
  const rows = await listListings(db(), query, cursor, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const [cards, total] = await Promise.all([
    findCards(
      db(),
      shown.map(({ garmentId }) => garmentId),
    ),
    cursor || !counted ? null : countGarments(query, rows.length, limit),
  ]);
  return {
    items: await hideHeldOut(visitor, cards),
    nextCursor: rows.length > limit && last ? printCursor(placeAfter(last, sort)) : null,
    total,
    ...sayReading(words, reading, rows.length > 0),
  };
}

async function countGarments(query: ListingQuery, seen: number, limit: number) {
  if (seen <= limit) return { count: seen, orMore: false };
  const count = await countListings(db(), query, COUNTED + 1);
  return { count: Math.min(count, COUNTED), orMore: count > COUNTED };
}

/** Where nothing is found there is nothing to say of it but that. */
function sayReading(typed: string[], { words, others }: SearchReading, found: boolean) {
  const differs = words.some((word, place) => word !== typed[place]);
  return {
    readAs: found && differs ? words.join(' ') : null,
    alsoRead: found ? others : [],
  };
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
