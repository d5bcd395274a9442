import 'server-only';
import type { LooksDeleted } from '#lib/contracts/looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { hideEndedTryOns, listOwnUnderWay } from '#lib/server/repositories/looks.ts';
import { condemnMedia } from '#lib/server/repositories/media.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';
import { sweepMedia } from './sweep-media.ts';

/**
 * Takes all of the person's try-ons out of My looks and deletes their pictures. What waits for its
 * turn is called off; what is with the provider is paid for and stays, also when it ends meanwhile.
 * Asked for again it deletes what has ended since.
 */
export async function deleteAllLooks(actor: Actor, now = new Date()): Promise<LooksDeleted> {
  const goingOn: string[] = [];
  let calledOff = 0;
  for (const { id, state } of await listOwnUnderWay(db(), actor.userId)) {
    if (state === 'queued' && (await cancelQueuedTryOn(db(), id, actor.userId, now))) {
      calledOff += 1;
    } else {
      goingOn.push(id);
    }
  }
  const hidden = await db().$transaction(async (tx) => {
    const rows = await hideEndedTryOns(tx, actor.userId, goingOn, now);
    const pictures = rows.map(({ resultMediaId }) => resultMediaId).filter((id) => id !== null);
    await condemnMedia(tx, pictures, now);
    return rows;
  });
  await sweepMedia(now);
  const deleted = hidden.filter(({ state }) => state !== 'cancelled').length;
  return { deleted, calledOff, goingOn: goingOn.length };
}
