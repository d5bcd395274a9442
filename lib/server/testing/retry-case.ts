import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { decideCase } from '#lib/server/use-cases/decide-case.ts';

/** An admin retries a try-on from its case, as that stands now; answers with the new one. */
export async function retryCase(admin: Actor, tryOnId: string): Promise<{ id: string }> {
  const { version } = await db().reviewCase.findUniqueOrThrow({ where: { tryOnId } });
  const { retryId } = await decideCase(admin, tryOnId, { kind: 'retry', version });
  if (!retryId) throw new Error('A retry has a try-on.');
  return { id: retryId };
}
