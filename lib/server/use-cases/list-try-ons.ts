import 'server-only';
import type { TryOnList } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { pool } from '#lib/server/db.ts';
import { listOwnTryOns } from '#lib/server/repositories/own-try-ons.ts';
import { viewsOf } from '#lib/server/try-on-view.ts';
import { pageOf } from './page-of.ts';

export async function listTryOns(
  actor: Actor,
  { cursor, limit, only }: { cursor?: string; limit: number; only?: 'favourites' },
): Promise<TryOnList> {
  const rows = await listOwnTryOns(pool(), actor.userId, { cursor, limit: limit + 1, only });
  const { items, nextCursor } = pageOf(rows, limit);
  return { items: await viewsOf(items), nextCursor };
}
