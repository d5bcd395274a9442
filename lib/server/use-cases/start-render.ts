import 'server-only';
import { MAX_RENDERS, type RenderDetail, type StartRenderBody } from '#lib/contracts/render.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { feedRenderRunTask } from '#lib/server/rendering/feed-task.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { createRenderRun } from '#lib/server/repositories/render-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getRender } from './get-render.ts';
import { planPairs } from './plan-render.ts';

/** Thousands of rows at once. */
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/**
 * Begins a run over what the shop has not of these garments on these house models.
 *
 * @throws AppError not_found, forbidden; conflict when it is no longer as many as the person was told;
 *   invalid_input for more than a run may have.
 */
export async function startRender(
  actor: Actor,
  shop: string,
  { show, expected, ...body }: StartRenderBody,
): Promise<RenderDetail> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const id = await transact(async (tx) => {
    const { wanted, tooManyGarments } = await planPairs(tx, own.id, body);
    if (tooManyGarments || wanted.length > MAX_RENDERS) {
      throw new AppError('invalid_input', `A run makes ${MAX_RENDERS} pictures at most.`);
    }
    if (wanted.length !== expected) {
      throw new AppError(
        'conflict',
        'It is no longer as many pictures as you were shown. Look at the figures again.',
      );
    }
    const run = await createRenderRun(
      tx,
      { shopId: own.id, creatorId: actor.userId, show },
      wanted,
    );
    await enqueue(tx, feedRenderRunTask, { runId: run, round: 0 });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'render.started',
      subjectType: 'render-run',
      subjectId: run,
      shopId: own.id,
      detail: { looks: wanted.length },
    });
    return run;
  }, TRANSACTION);
  return getRender(actor, shop, id);
}
