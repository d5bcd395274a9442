import 'server-only';
import type { SavedViews } from '#lib/contracts/review.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listViews as listOwn } from '#lib/server/repositories/saved-views.ts';

/** The questions to the queue that this admin has kept. @throws AppError forbidden */
export async function listViews(actor: Actor): Promise<SavedViews> {
  assertAdmin(actor);
  return listOwn(db(), actor.userId);
}
