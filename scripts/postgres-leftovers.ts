// What a start that was killed leaves in a cluster's folder: a pid file, and with bad luck a server.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from './problem.ts';

const STOP_TIMEOUT_MS = 20_000;

/**
 * Ends a server that still runs on `dataDir` and removes a stale pid file. Called only by the
 * holder of the instance, so a server found here has lost its owner.
 */
export async function clearLeftovers(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const pid = readPid(pidFile);
  if (pid === undefined) return;
  if (isPostgres(pid, dataDir)) {
    process.kill(pid, 'SIGINT');
    const deadline = performance.now() + STOP_TIMEOUT_MS;
    while (isPostgres(pid, dataDir)) {
      if (performance.now() > deadline) {
        throw new Problem(
          `A PostgreSQL of an earlier start (process ${pid}) still runs on ${dataDir} and does not end. End it (kill -QUIT ${pid}) and start again.`,
        );
      }
      await wait(50);
    }
  }
  rmSync(pidFile, { force: true });
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    return pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the process is a server on this folder, and not another one that got the same number. */
function isPostgres(pid: number, dataDir: string): boolean {
  const { stdout } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  if (stdout) return stdout.includes('postgres') && stdout.includes(dataDir);
  try {
    // A machine without ps.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    return false;
  }
}
