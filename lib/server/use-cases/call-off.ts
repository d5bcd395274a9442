import 'server-only';
import { log } from '#lib/server/log.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';

/**
 * Calls off those of the discarded try-ons that still wait, so that they give back what they reserved.
 * Each in a transaction of its own: together they would hold several shops' books in any order. What is
 * left over when this process dies is called off when its turn to be sent comes.
 */
export async function callOff(ids: string[], userId: string, now: Date): Promise<void> {
  for (const id of ids) {
    await cancelQueuedTryOn(id, userId, now).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      log.warn({ tryOnId: id, error: name }, 'discarded try-on could not be called off yet');
    });
  }
}
