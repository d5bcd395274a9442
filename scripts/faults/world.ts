// What a campaign stands on: a PostgreSQL and a sandbox of its own, a faulty line between, workers.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Life } from '../command.ts';
import { firstFreePort } from '../ports.ts';
import { inProject } from '../project.ts';
import { SANDBOX_KEY, startSandbox } from '../sandbox-process.ts';
import type { Variables } from '../variables.ts';
import { type BreakableStorage, makeBreakableStorage } from './breakable-storage.ts';
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts';
import { Fleet } from './fleet.ts';
import { type RestartablePostgres, startRestartablePostgres } from './restartable-postgres.ts';
import { sandboxControl } from './sandbox-control.ts';

export interface World {
  postgres: RestartablePostgres;
  sandbox: ReturnType<typeof sandboxControl>;
  proxy: FaultProxy;
  fleet: Fleet;
  storage: BreakableStorage;
  /** The variables of the workers, and of this process. */
  env: Variables;
  life: Life;
}

interface WorldOptions {
  leaseSeconds: number;
  /** Provider calls a minute that the app believes to have. */
  rpm?: number;
  /** What the app believes of the provider before it has learned anything. */
  believedLatencyMs?: number;
  sandboxFlags?: string[];
  /** Calls go to the sandbox itself, and not over the faulty line. */
  direct?: boolean;
}

/** Made from nothing in a temporary folder, and gone with `life`. */
export async function makeWorld(
  given: Variables,
  life: Life,
  {
    leaseSeconds,
    rpm = 100_000,
    believedLatencyMs = 30,
    sandboxFlags = ['--instant'],
    direct = false,
  }: WorldOptions,
): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fitting-room-faults-'));
  // PostgreSQL may run under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  life.cleanUp(async () => rmSync(folder, { recursive: true, force: true }));
  const dataDir = path.join(folder, 'data');
  mkdirSync(dataDir);
  const storage = makeBreakableStorage(dataDir);

  const sandboxPort = await firstFreePort(27_000 + Math.floor(Math.random() * 2_000));
  const [postgres, sandbox] = await Promise.all([
    startRestartablePostgres(folder, given),
    startSandbox(sandboxPort, given, path.join(folder, 'sandbox.note'), [
      ...['--stored', '--credits', '1000000'],
      ...sandboxFlags,
    ]),
  ]);
  life.cleanUp(() => postgres.stop());
  life.cleanUp(() => sandbox.stop());
  const proxyPort = await firstFreePort(sandboxPort + 1);
  const proxy = await openFaultProxy(proxyPort, sandboxPort);
  life.cleanUp(() => proxy.close());

  const provider = `http://127.0.0.1:${direct ? sandboxPort : proxyPort}`;
  const env: Variables = {
    PATH: given.PATH,
    FITTING_ROOM_LAUNCHER: '1',
    FITTING_ROOM_DATA: dataDir,
    DATABASE_URL: postgres.url,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a-campaign-needs-no-secrecy-at-all',
    SEGMIND_API_KEY: SANDBOX_KEY,
    SEGMIND_BASE_URL: provider,
    SEGMIND_OUTPUT_HOSTS: new URL(provider).host,
    SEGMIND_RPM: String(rpm),
    SEGMIND_LATENCY_MS: String(believedLatencyMs),
    SEGMIND_IS_SANDBOX: '1',
    ALLOW_SANDBOX: '1',
    LEASE_SECONDS: String(leaseSeconds),
    LOG_LEVEL: given.LOG_LEVEL ?? 'silent',
    // Compiled code is kept: a worker starts in half the time.
    NODE_COMPILE_CACHE: inProject('node_modules', '.cache', 'faults'),
  };
  const fleet = new Fleet(env);
  life.cleanUp(() => fleet.close());
  return { postgres, sandbox: sandboxControl(sandbox.url), proxy, fleet, storage, env, life };
}
