// A PostgreSQL that can be ended and started again on the same port and data, with every commit kept.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyMigrations } from '../migrations.ts';
import { firstFreePort } from '../ports.ts';
import { ensureDatabase, type PostgresServer, startPostgres } from '../postgres.ts';
import { Problem } from '../problem.ts';
import type { Variables } from '../variables.ts';

/** `fast` lets nobody finish but writes everything down; `immediate` is a crash with recovery. */
export type Ending = 'fast' | 'immediate';

export interface RestartablePostgres {
  readonly url: string;
  /** Restarts so far. */
  readonly restarts: number;
  restart(ending: Ending): Promise<void>;
  stop(): Promise<void>;
}

const DATABASE = 'fitting_room_faults';
/** Below the range from which the system takes outgoing ports: nobody else may have it meanwhile. */
const FIRST_PORT = 21_000;

export async function startRestartablePostgres(
  folder: string,
  env: Variables,
): Promise<RestartablePostgres> {
  const dataDir = path.join(folder, 'postgres');
  const options = {
    dataDir,
    password: randomBytes(16).toString('hex'),
    firstPort: await firstFreePort(FIRST_PORT + Math.floor(Math.random() * 5_000)),
    durable: true,
    logFile: path.join(folder, 'postgres.log'),
    env,
  };
  let server: PostgresServer = await startPostgres(options);
  await ensureDatabase(server, DATABASE);
  const url = server.urlOf(DATABASE);
  await applyMigrations(url);
  let restarts = 0;
  return {
    url,
    get restarts() {
      return restarts;
    },
    async restart(ending) {
      if (ending === 'fast') {
        await server.stop();
      } else {
        const pid = Number.parseInt(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8'), 10);
        process.kill(pid, 'SIGQUIT');
        await server.ended;
      }
      server = await startPostgres(options);
      if (server.urlOf(DATABASE) !== url) throw new Problem('PostgreSQL came back elsewhere.');
      restarts += 1;
    },
    stop: () => server.stop(),
  };
}
