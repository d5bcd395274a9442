import 'server-only';
import { workOff } from '#lib/server/background/work-off.ts';
import { db } from '#lib/server/db.ts';
import { countAlive } from '#lib/server/repositories/ops-workers.ts';
import { chore } from '#lib/server/worker/chore.ts';
import { alertTasks } from './alert-tasks.ts';
import { watchOperations } from './watch-operations.ts';

const LOOK_EVERY_MS = 15_000;

/**
 * The same watch in a process that is no worker. When there is no worker at all, nobody else would
 * deliver the alert that says so.
 */
export async function watchWithoutWorkers(now = new Date()): Promise<void> {
  await watchOperations(now);
  if ((await countAlive(db(), now)) === 0) await workOff(alertTasks);
}

/** Keeps watching in a server whose workers run apart. Does not keep the process from ending. */
export function keepWatching(): void {
  setInterval(
    chore(0, () => watchWithoutWorkers()),
    LOOK_EVERY_MS,
  ).unref();
}
