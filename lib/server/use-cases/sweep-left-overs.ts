import 'server-only';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { findKnownKeys } from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import type { StorageKind } from '#lib/server/storage/storage.ts';

/** What a row is written for before its bytes, so that bytes without one belong to nobody. */
const kinds: StorageKind[] = ['photos', 'inputs', 'looks', 'garments', 'models', 'imports'];

/** Of younger bytes the row may be committed any moment. */
const YOUNG_MS = 24 * 60 * 60 * 1000;
/** Collected in one run; the rest is only counted, or many would look like a large share of few. */
const MOST = 10_000;
const ALWAYS_PLAUSIBLE = 100;
const PLAUSIBLE_SHARE = 0.1;
const AT_ONCE = 100;

export interface LeftOvers {
  /** Keys that were looked at. */
  listed: number;
  /** Old, and known to no row. */
  leftOver: number;
  deleted: number;
  /** There are so many that the database is rather the wrong one, or an old copy: nothing was deleted. */
  refused: boolean;
}

/**
 * Deletes from the storage what no row knows: a process died between two steps, or the database was put
 * back to an earlier day. Everything is counted before anything is deleted.
 *
 * @param dry only counts.
 */
export async function sweepLeftOvers(
  { dry = false }: { dry?: boolean } = {},
  now = new Date(),
): Promise<LeftOvers> {
  const before = new Date(now.getTime() - YOUNG_MS);
  const unknown: string[] = [];
  let listed = 0;
  for (const kind of kinds) {
    let cursor: string | null = null;
    do {
      const page = await storage().list(`${kind}/`, cursor);
      listed += page.items.length;
      if (unknown.length < MOST) {
        const old = page.items.filter(({ storedAt }) => storedAt < before).map(({ key }) => key);
        unknown.push(...(await withoutRow(old)));
      }
      cursor = page.cursor;
    } while (cursor !== null);
  }
  const leftOver = unknown.length;
  const refused = leftOver > Math.max(ALWAYS_PLAUSIBLE, listed * PLAUSIBLE_SHARE);
  if (refused) log.error({ listed, leftOver }, 'too many files without a row; none is deleted');
  if (dry || refused) return { listed, leftOver, deleted: 0, refused };
  let deleted = 0;
  for (let first = 0; first < leftOver; first += AT_ONCE) {
    // Asked once more: between the count and now nobody should have made a row, and it costs little.
    const keys = await withoutRow(unknown.slice(first, first + AT_ONCE));
    await storage().delete(keys);
    deleted += keys.length;
  }
  if (deleted > 0) log.warn({ listed, deleted }, 'deleted files without a row');
  return { listed, leftOver, deleted, refused };
}

async function withoutRow(keys: string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const known = new Set(await findKnownKeys(db(), keys));
  return keys.filter((key) => !known.has(key));
}
