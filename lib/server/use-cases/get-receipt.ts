import 'server-only';
import type { ErasureView } from '#lib/contracts/own-data.ts';
import { db } from '#lib/server/db.ts';
import { findErasure } from '#lib/server/repositories/erasures.ts';
import { toErasureView } from './get-own-data.ts';

/** A deletion, for whoever has its address: it names nobody. Null where there is none. */
export async function getReceipt(id: string, now = new Date()): Promise<ErasureView | null> {
  const row = await findErasure(db(), id);
  return row && toErasureView(row, now);
}
