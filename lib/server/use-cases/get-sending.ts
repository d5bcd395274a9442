import 'server-only';
import type { SendingView } from '#lib/contracts/admin.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findPause } from '#lib/server/repositories/provider-gate.ts';
import { countUnderWay } from '#lib/server/repositories/try-on-figures.ts';
import { findName } from '#lib/server/repositories/users.ts';

/** Whether try-ons are sent, why not, and what waits. @throws AppError forbidden */
export async function getSending(actor: Actor): Promise<SendingView> {
  assertAdmin(actor);
  const [pause, counts] = await Promise.all([findPause(db()), countUnderWay(db())]);
  return {
    pause: pause && {
      reason: pause.reason,
      since: pause.since.toISOString(),
      probeAt: pause.probeAt?.toISOString() ?? null,
      probes: pause.probes,
      by: pause.byId && (await findName(db(), pause.byId)),
      note: pause.note,
    },
    queued: counts.queued,
    oldestQueuedAt: counts.oldestQueuedAt?.toISOString() ?? null,
    underWay: counts.underWay,
  };
}
