import 'server-only';
import type { RenderList } from '#lib/contracts/render.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listRenderRuns } from '#lib/server/repositories/render-runs.ts';
import { pageOf } from './page-of.ts';

/** @throws AppError not_found for somebody who does not belong to the shop */
export async function listRenders(
  actor: Actor,
  shop: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<RenderList> {
  const { shop: own } = await requireMember(actor, shop);
  return pageOf(await listRenderRuns(db(), own.id, { cursor, limit: limit + 1 }), limit);
}
