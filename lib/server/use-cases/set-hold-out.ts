import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  createHoldOut,
  endHoldOut,
  lockRunningHoldOut,
} from '#lib/server/repositories/hold-outs.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Keeps "Try it on" from a share of the shop's visitors; 0 ends that. Another share is another experiment,
 * since those drawn for the one are not drawn for the other.
 *
 * @throws AppError not_found; forbidden for whoever is no owner
 */
export async function setHoldOut(
  actor: Actor,
  shop: string,
  percent: number,
  now = new Date(),
): Promise<void> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  await transact(async (tx) => {
    const running = await lockRunningHoldOut(tx, own.id);
    if ((running?.percent ?? 0) === percent) return;
    const audit = { actorId: actor.userId, subjectType: 'hold-out', shopId: own.id } as const;
    if (running) {
      await endHoldOut(tx, running.id, now);
      await recordAudit(tx, {
        ...audit,
        action: 'hold-out.ended',
        subjectId: running.id,
        detail: { percent: running.percent },
      });
    }
    if (percent === 0) return;
    const id = await createHoldOut(tx, { shopId: own.id, percent, startedAt: now });
    await recordAudit(tx, {
      ...audit,
      action: 'hold-out.started',
      subjectId: id,
      detail: { percent },
    });
  });
}
