import 'server-only';
import { PgBoss } from 'pg-boss';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';

/**
 * pg-boss, whose queues lie in the schema `pgboss` of our own Postgres. One instance a process, opened
 * by whoever needs it first: a server that only enqueues, or a worker.
 */
const POOL = 3;

/** Kept on the global object: Next loads this module more than once. */
const holder = globalThis as typeof globalThis & { fittingRoomBoss?: Promise<PgBoss> };

async function open(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'fitting-room background',
    max: POOL,
    schedule: false,
    // One more connection, on which it is told of new work instead of asking for it all the time.
    useListenNotify: true,
    // Looks for workers that have died; the default of a minute would be the slowest take-over of all.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  // Without a listener a database that goes away would end the process. pg-boss tries again by itself.
  boss.on('error', (error) => log.warn({ error: error.name }, 'background work is waiting'));
  // That it cannot listen, for one: it goes on without, and says so only here.
  boss.on('warning', ({ data }) =>
    log.warn({ type: 'type' in data ? data.type : 'other' }, 'background work is hindered'),
  );
  await boss.start();
  return boss;
}

/** Rejects while the database is away, and is tried anew by the next caller. */
export function boss(): Promise<PgBoss> {
  holder.fittingRoomBoss ??= open().catch((error: unknown) => {
    holder.fittingRoomBoss = undefined;
    throw error;
  });
  return holder.fittingRoomBoss;
}

/** Waits for what is under way, at most so long; what is left then is taken over by another process. */
export async function closeBoss(withinMs: number): Promise<void> {
  const open = holder.fittingRoomBoss;
  holder.fittingRoomBoss = undefined;
  const instance = await open?.catch(() => undefined);
  await instance?.stop({ graceful: true, timeout: withinMs, close: true });
}
