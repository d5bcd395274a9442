import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { failRun, type RunToWork } from '#lib/server/repositories/import-runs.ts';

/** Nothing in a suspended shop is changed. Its people can go on where the run stopped once it is lifted. */
export async function stoppedBySuspension(tx: Db, { id, shop }: RunToWork): Promise<boolean> {
  if (!shop.suspendedAt) return false;
  await failRun(tx, id, STOPPED);
  return true;
}

const STOPPED =
  'This stopped half-way because the shop was suspended. When the suspension is lifted, try again, and it goes on from there.';
