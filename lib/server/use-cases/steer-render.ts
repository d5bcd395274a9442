import 'server-only';
import type { RenderDetail } from '#lib/contracts/render.ts';
import { afterVerb, type RenderVerb } from '#lib/domain/render-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { feedRenderRunTask } from '#lib/server/rendering/feed-task.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { listQueued, repeatFailed, settleItems } from '#lib/server/repositories/render-items.ts';
import {
  changeRenderRun,
  lockRenderRun,
  type RunToFeed,
} from '#lib/server/repositories/render-runs.ts';
import { cancelQueuedOfShop } from '#lib/server/repositories/try-on-moves.ts';
import { transact } from '#lib/server/transact.ts';
import { getRender } from './get-render.ts';

/**
 * Pauses a run, lets it go on, stops it, or has what failed made once more. After a pause and a stop
 * nothing more is sent; what the provider has already is paid for, and is kept when it comes.
 *
 * @throws AppError not_found (also for another shop's), forbidden, conflict
 */
export async function steerRender(
  actor: Actor,
  { shop, id, verb }: { shop: string; id: string; verb: RenderVerb },
  now = new Date(),
): Promise<RenderDetail> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  await transact(async (tx) => {
    const run = await lockRenderRun(tx, id);
    if (run?.shopId !== own.id) throw new AppError('not_found');
    const state = afterVerb(run.state, verb);
    if (!state) throw new AppError('conflict', refusal[verb]);
    if (verb === 'pause' || verb === 'stop') {
      await holdBack(tx, run, now);
      await changeRenderRun(tx, id, {
        state,
        pausedBy: verb === 'pause' ? 'by_hand' : null,
        endedAt: verb === 'stop' ? now : null,
      });
    } else {
      if (verb === 'retry' && (await repeatFailed(tx, id)) === 0) {
        throw new AppError('conflict', refusal.retry);
      }
      const round = run.round + 1;
      const creatorId = actor.userId;
      await changeRenderRun(tx, id, { state, pausedBy: null, endedAt: null, creatorId, round });
      await enqueue(tx, feedRenderRunTask, { runId: id, round });
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: `render.${verb}`,
      subjectType: 'render-run',
      subjectId: id,
      shopId: own.id,
    });
  });
  return getRender(actor, shop, id);
}

async function holdBack(tx: Db, { id, shopId }: RunToFeed, now: Date): Promise<void> {
  await cancelQueuedOfShop(tx, await listQueued(tx, id), shopId, now);
  await settleItems(tx, id);
}

const refusal: Record<RenderVerb, string> = {
  pause: 'It is not running.',
  resume: 'There is nothing to go on with.',
  stop: 'It has ended already.',
  retry: 'There is nothing to try again.',
};
