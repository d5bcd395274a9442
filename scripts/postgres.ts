// The PostgreSQL that comes with the packages, run on a folder of ours.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Child, runChild, startChild } from './child.ts';
import { withConnection } from './database-connection.ts';
import { firstFreePort, isPortFree } from './ports.ts';
import { findServerAccount, type ServerAccount } from './postgres-account.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { explainServerOutput, isPortTaken } from './postgres-errors.ts';
import { clearLeftovers } from './postgres-leftovers.ts';
import { Problem } from './problem.ts';
import type { Variables } from './variables.ts';

const SUPERUSER = 'fitting_room';
const START_TIMEOUT_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

export interface PostgresOptions {
  /** The folder of the cluster. The chosen port is kept beside it. */
  dataDir: string;
  password: string;
  firstPort: number;
  /** A throwaway cluster gives up durability for speed: for tests only. */
  durable: boolean;
  logFile: string;
  env: Variables;
}

export interface PostgresServer {
  /** The address of a database of this server. */
  urlOf(database: string): string;
  /** Resolves with the exit code when the server ends, asked to or not. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/** Starts the server, making its cluster first when there is none. Throws a `Problem`. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { dataDir, logFile } = options;
  const binaries = findPostgresBinaries();
  mkdirSync(path.dirname(dataDir), { recursive: true });
  mkdirSync(path.dirname(logFile), { recursive: true });
  const account = findServerAccount(dataDir, binaries.postgres);
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) {
    await initialise(options, binaries, account);
  }
  await clearLeftovers(dataDir);

  const portFile = `${dataDir}.port`;
  let port = await choosePort(portFile, options.firstPort);
  for (let attempt = 1; ; attempt += 1) {
    const started = await launch(options, binaries, account, port);
    if (started.child) {
      writeFileSync(portFile, `${port}\n`);
      return handle(started.child, port, options.password);
    }
    if (!isPortTaken(started.output) || attempt === 5) {
      throw new Problem(explainServerOutput(started.output, dataDir));
    }
    port = await firstFreePort(port + 1);
  }
}

/** Creates `name` unless it is there. */
export async function ensureDatabase(server: PostgresServer, name: string): Promise<void> {
  await withConnection(server.urlOf('postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

function handle(child: Child, port: number, password: string): PostgresServer {
  return {
    urlOf: (database) =>
      `postgresql://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`,
    ended: child.ended,
    stop: () => child.stop(),
  };
}

async function initialise(
  { dataDir, password, env }: PostgresOptions,
  { initdb }: PostgresBinaries,
  account: ServerAccount,
): Promise<void> {
  // Made under another name and renamed when whole, so that a start cut short leaves no half cluster.
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  account.give(fresh);
  const passwordFile = path.join(tmpdir(), `fitting-room-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  account.give(passwordFile);
  try {
    const { command, args } = account.wrap(initdb, [
      `--pgdata=${fresh}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own collation: sorts alike on every machine, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
    const options = { env: serverEnv(env), account: account.ids, cwd: '/' };
    const result = await runChild(command, args, options);
    if (result.code !== 0) throw new Problem(explainServerOutput(result.output, dataDir));
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, dataDir);
}

type Launched = { child: Child } | { child?: undefined; output: string };

async function launch(
  { dataDir, durable, logFile, env }: PostgresOptions,
  { postgres }: PostgresBinaries,
  account: ServerAccount,
  port: number,
): Promise<Launched> {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) rmSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  const settings = {
    listen_addresses: '127.0.0.1',
    // A socket in /tmp would be one more thing to collide with and to leave behind.
    unix_socket_directories: '',
    max_connections: '200',
    log_checkpoints: 'off',
    ...(!durable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const { command, args } = account.wrap(postgres, [
    ...['-D', dataDir, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const child = startChild(command, args, {
    env: serverEnv(env),
    cwd: '/',
    account: account.ids,
    // PostgreSQL's "fast shutdown": ends the connections, then writes everything down.
    stopSignal: 'SIGINT',
    graceMs: 30_000,
    output: log,
  });
  closeSync(log);
  if (await becomesReady(child, dataDir)) return { child };
  await child.stop();
  return { output: readFileSync(logFile).subarray(logStart).toString() };
}

/** Waits for the word that the server writes into its pid file (line 8) when it takes connections. */
async function becomesReady(child: Child, dataDir: string): Promise<boolean> {
  let ended = false;
  child.ended.then(() => {
    ended = true;
  });
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!ended && performance.now() < deadline) {
    if (readPidFile(dataDir)[7]?.trim() === 'ready') return true;
    await wait(20);
  }
  return false;
}

function readPidFile(dataDir: string): string[] {
  try {
    return readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function choosePort(portFile: string, first: number): Promise<number> {
  const remembered = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : Number.NaN;
  if (remembered > 0 && (await isPortFree(remembered, '127.0.0.1'))) return remembered;
  return firstFreePort(first);
}

/** PG* variables of the person's shell would reach the server as settings. */
function serverEnv(env: Variables): Variables {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}
