import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { pauseByHand, resumeByHand } from '#lib/server/repositories/provider-gate.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Stops sending until an admin lets it go on. Nothing in the queue is lost, and what the provider has
 * is fetched all the same. @throws AppError forbidden
 */
export async function pauseSending(actor: Actor, note: string, now = new Date()): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    await pauseByHand(tx, { actorId: actor.userId, note }, now);
    await audit(tx, actor, 'sending.paused');
  });
}

/** Lets sending go on, whatever it was paused for. @throws AppError forbidden */
export async function resumeSending(actor: Actor, now = new Date()): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    const change = await resumeByHand(tx, now);
    if (change?.from) await audit(tx, actor, 'sending.resumed', { was: change.from });
  });
}

const audit = (
  tx: Parameters<typeof recordAudit>[0],
  { userId }: Actor,
  action: string,
  detail?: Record<string, string>,
) =>
  recordAudit(tx, {
    actorId: userId,
    action,
    subjectType: 'sending',
    subjectId: 'segmind',
    detail,
  });
