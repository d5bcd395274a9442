import 'server-only';
import { isMoving, isThrough, type PauseCause, RENDERS_AT_ONCE } from '#lib/domain/render-run.ts';
import { type Db, db } from '#lib/server/db.ts';
import { changeItem, nextWaiting, settleItems } from '#lib/server/repositories/render-items.ts';
import {
  changeRenderRun,
  countRenders,
  lockRenderRun,
  mayFeed,
  type RunToFeed,
} from '#lib/server/repositories/render-runs.ts';
import { takeModelLook } from '#lib/server/use-cases/take-model-look.ts';

/** Looked at again after that while it moves. */
const ROUND_MS = 1_000;
/** Of what costs nothing to find there, so many are settled in one round. */
const MOST_A_ROUND = 40;
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/**
 * One round of a run: notes what has ended, asks for as much as may be under way, and comes back. All
 * of it in one transaction, so that a round which was killed has not been, and each picture is asked
 * for once. A round that is not the run's present one does nothing: there is one chain at a time. It
 * asks for one picture at most: garments are held before the shop, and never after it.
 *
 * @param comeBack asks for the next round, in the same transaction.
 */
export async function feedRun(
  { runId, round }: { runId: string; round: number },
  comeBack: (tx: Db, next: { runId: string; round: number }, after: Date) => Promise<void>,
  now = new Date(),
): Promise<void> {
  await db().$transaction(async (tx) => {
    const run = await lockRenderRun(tx, runId);
    if (run?.round !== round) return;
    await settleItems(tx, runId);
    const { pausedBy, more } =
      run.state === 'running' ? await topUp(tx, run, now) : { pausedBy: null, more: false };
    const counts = (await countRenders(tx, [runId])).get(runId);
    if (!counts) return;
    let { state } = run;
    if (pausedBy) state = 'paused';
    // Also of a paused one: all that there was came after all.
    else if (isThrough(counts)) state = 'done';
    const goesOn = isMoving(state, counts);
    await changeRenderRun(tx, runId, {
      state,
      ...(pausedBy ? { pausedBy } : {}),
      ...(state === 'done' ? { endedAt: now, pausedBy: null } : {}),
      ...(goesOn ? { round: round + 1 } : {}),
    });
    if (goesOn) {
      const after = more ? now : new Date(now.getTime() + ROUND_MS);
      await comeBack(tx, { runId, round: round + 1 }, after);
    }
  }, TRANSACTION);
}

interface ToppedUp {
  /** Why no more can be asked for, when that is so. */
  pausedBy: PauseCause | null;
  /** Whether the next round has something to do at once. */
  more: boolean;
}

const enough: ToppedUp = { pausedBy: null, more: false };

async function topUp(tx: Db, run: RunToFeed, now: Date): Promise<ToppedUp> {
  const { id: runId, shopId, creatorId, show } = run;
  const counts = (await countRenders(tx, [runId])).get(runId);
  let places = RENDERS_AT_ONCE - (counts?.under_way ?? 0);
  if (places <= 0) return enough;
  const waiting = await nextWaiting(tx, runId, MOST_A_ROUND);
  if (waiting.length === 0) return enough;
  if (!creatorId || !(await mayFeed(tx, shopId, creatorId))) {
    return { pausedBy: 'nobody', more: false };
  }
  for (const { position, garmentId, houseModelId, takes, tryOnId, houseModel } of waiting) {
    if (places === 0) return enough;
    if (!houseModel.active) {
      await changeItem(tx, runId, position, { state: 'left_out' });
      continue;
    }
    const answer = await takeModelLook(
      tx,
      {
        shopId,
        userId: creatorId,
        garmentId,
        houseModelId,
        lane: 'BULK',
        again: false,
        show,
        insist: false,
        // With blanks, which no client may send in its own key.
        idempotencyKey: `render ${runId} ${position} ${takes}`,
        retryOfId: tryOnId,
      },
      now,
    );
    switch (answer.kind) {
      case 'no_allowance':
        return { pausedBy: 'allowance', more: false };
      case 'shop_suspended':
        return { pausedBy: 'nobody', more: false };
      case 'absent':
        await changeItem(tx, runId, position, { state: 'left_out' });
        break;
      case 'left_out':
        await changeItem(tx, runId, position, { state: 'left_out', reason: answer.reason });
        break;
      case 'there':
        await changeItem(tx, runId, position, { state: 'found' });
        break;
      case 'under_way':
        await changeItem(tx, runId, position, { state: 'under_way', tryOnId: answer.tryOnId });
        places -= 1;
        break;
      case 'asked':
        await changeItem(tx, runId, position, {
          state: 'under_way',
          tryOnId: answer.tryOnId,
          takes: { increment: 1 },
        });
        return { pausedBy: null, more: places > 1 };
    }
  }
  return { pausedBy: null, more: waiting.length === MOST_A_ROUND };
}
