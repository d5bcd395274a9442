import 'server-only';
import type { LooksDeleted } from '#lib/contracts/looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { hideEndedTryOns, listOwnUnderWay } from '#lib/server/repositories/looks.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { sweepErasure } from './sweep-media.ts';

/** Somebody may have many thousands of looks. */
const TRANSACTION = { timeout: 60_000, maxWait: 10_000 };

/**
 * Takes all of the person's try-ons out of My looks and deletes their pictures. What waits for its
 * turn is called off; what is with the provider is paid for and stays, also when it ends meanwhile.
 *
 * @param asOf when they were counted for the person: she was promised that what was still being
 *   made then would stay, so what has ended or was asked for since is kept.
 */
export async function deleteAllLooks(
  actor: Actor,
  asOf: Date,
  now = new Date(),
): Promise<LooksDeleted> {
  const goingOn: string[] = [];
  const calledOff: string[] = [];
  for (const { id, state, createdAt } of await listOwnUnderWay(db(), actor.userId)) {
    const mayGo = state === 'queued' && createdAt <= asOf;
    const gone = mayGo && (await cancelQueuedTryOn(id, actor.userId, now));
    (gone ? calledOff : goingOn).push(id);
  }
  const { userId } = actor;
  const { hidden, erasureId } = await transact(async (tx) => {
    // The person before the try-ons, as whoever moves or closes all of hers.
    await lockUser(tx, userId);
    const rows = await hideEndedTryOns(tx, userId, { asOf, calledOff }, now);
    const mediaIds = rows.map(({ resultMediaId }) => resultMediaId).filter((id) => id !== null);
    return {
      hidden: rows,
      erasureId: await erasePictures(tx, { cause: 'looks', userId, mediaIds }, now),
    };
  }, TRANSACTION);
  await sweepErasure(erasureId, now);
  const deleted = hidden.filter(({ state }) => state !== 'cancelled').length;
  return { deleted, calledOff: calledOff.length, goingOn: goingOn.length };
}
