import type { GarmentSort } from './browse.ts';

/**
 * The place after a garment in a sorted list: what it is sorted by, and its id to tell equals apart.
 * A place and not a number of rows to skip, so that nothing is shown twice or left out when garments
 * come and go meanwhile, and the hundredth page costs what the first one does.
 */
export type BrowseCursor =
  | { by: 'newest'; listedAt: string; id: string }
  | { by: 'price-up' | 'price-down'; priceMinor: number; id: string }
  /** Those that match in title, colour, kind or shop come first; within, the newest. */
  | { by: 'relevance'; near: boolean; listedAt: string; id: string };

const MAX_INT = 2_147_483_647;

export function printCursor(cursor: BrowseCursor): string {
  switch (cursor.by) {
    case 'newest':
      return `n.${timeText(cursor.listedAt)}.${cursor.id}`;
    case 'price-up':
      return `u.${cursor.priceMinor}.${cursor.id}`;
    case 'price-down':
      return `d.${cursor.priceMinor}.${cursor.id}`;
    case 'relevance':
      return `${cursor.near ? 'r' : 's'}.${timeText(cursor.listedAt)}.${cursor.id}`;
  }
}

/** Null for one that is of another sort, or none of ours. */
export function parseCursor(text: string, sort: GarmentSort): BrowseCursor | null {
  const match =
    /^([nudrs])\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  const [, kind, digits, id] = match;
  if (!kind || !digits || !id) return null;
  const key = Number(digits);
  const cursor = readCursor(kind, key, id);
  return cursor?.by === sort ? cursor : null;
}

function readCursor(kind: string, key: number, id: string): BrowseCursor | null {
  if (kind === 'u' || kind === 'd') {
    if (key > MAX_INT) return null;
    return { by: kind === 'u' ? 'price-up' : 'price-down', priceMinor: key, id };
  }
  const time = new Date(key);
  // Year 9999: more than Postgres is ever asked for.
  if (key > 253_402_300_799_999) return null;
  const listedAt = time.toISOString();
  return kind === 'n'
    ? { by: 'newest', listedAt, id }
    : { by: 'relevance', near: kind === 'r', listedAt, id };
}

const timeText = (iso: string) => String(Date.parse(iso));
