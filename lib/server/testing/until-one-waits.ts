import { expect, vi } from 'vitest';
import type { Db } from '#lib/server/db.ts';

/** Until another transaction waits for what this one holds. */
export async function untilOneWaits(tx: Db): Promise<void> {
  // Not from `pg_stat_activity`, which stays as the transaction saw it first.
  const waiting = () => tx.$queryRaw`
    SELECT DISTINCT pid FROM pg_locks
    WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`;
  await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 4_000 });
}
