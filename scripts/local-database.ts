import { mkdirSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { withConnection } from './database-connection.ts';
import { ensureDatabase, type PostgresServer, startPostgres } from './postgres.ts';
import { fullDisk, Problem } from './problem.ts';
import { localSecrets } from './secrets.ts';
import type { Variables } from './variables.ts';

const DATABASE = 'fitting_room';
// A new cluster takes 40 MB and its first log segments as much again.
const LEAST_FREE_BYTES = 150_000_000;

export interface Database {
  url: string;
  /** In words, for a line of progress. */
  where: string;
  /** The server that was started for it, if one was. */
  server?: PostgresServer;
}

/** The database of `DATABASE_URL`, checked, or else a server of our own on `dataDir`, started. */
export async function openDatabase(given: Variables, dataDir: string): Promise<Database> {
  if (given.DATABASE_URL) {
    await withConnection(given.DATABASE_URL, (client) => client.query('SELECT 1'));
    return { url: given.DATABASE_URL, where: 'DATABASE_URL' };
  }
  requireSpace(dataDir);
  const server = await startPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    password: localSecrets(dataDir).POSTGRES_PASSWORD,
    firstPort: 54320,
    durable: true,
    logFile: path.join(dataDir, 'logs/postgres.log'),
    env: given,
  });
  await ensureDatabase(server, DATABASE);
  const url = server.urlOf(DATABASE);
  return { url, where: `PostgreSQL on port ${new URL(url).port}`, server };
}

function requireSpace(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new Problem(fullDisk(dataDir));
}
