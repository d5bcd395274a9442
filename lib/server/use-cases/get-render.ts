import 'server-only';
import type { RenderDetail } from '#lib/contracts/render.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { describeItems } from '#lib/server/repositories/render-items.ts';
import { findRenderRun } from '#lib/server/repositories/render-runs.ts';
import { estimateOne, secondsFor } from './estimate-renders.ts';

/** @throws AppError not_found, also for a run of another shop */
export async function getRender(actor: Actor, shop: string, id: string): Promise<RenderDetail> {
  const { shop: own } = await requireMember(actor, shop);
  const run = await findRenderRun(db(), own.id, id);
  if (!run) throw new AppError('not_found');
  const [items, each] = await Promise.all([describeItems(db(), id), estimateOne()]);
  const { waiting, under_way } = run.counts;
  return { ...run, ...items, secondsLeft: secondsFor(waiting + under_way, each) };
}
