import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Life } from '../scripts/command.ts';
import { givenEnv } from '../scripts/local-env.ts';
import { applyMigrations } from '../scripts/migrations.ts';
import { anyFreePort } from '../scripts/ports.ts';
import { ensureDatabase, startPostgres } from '../scripts/postgres.ts';

/** An empty, migrated database, and the variables that lead the server's code to it. */
export async function startScratchDatabase(life: Life): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fitting-room-bench-'));
  // PostgreSQL may run under another account, which must be able to enter.
  chmodSync(folder, 0o755);
  life.cleanUp(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    password: randomBytes(16).toString('hex'),
    firstPort: await anyFreePort(),
    // Nothing is written while it is measured.
    durable: false,
    logFile: path.join(folder, 'postgres.log'),
    env: givenEnv(),
  });
  life.cleanUp(() => server.stop());
  await ensureDatabase(server, 'fitting_room');
  const url = server.urlOf('fitting_room');
  await applyMigrations(url);
  Object.assign(process.env, {
    FITTING_ROOM_LAUNCHER: '1',
    DATABASE_URL: url,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'nobody-signs-in-to-a-measurement-at-all',
    SEGMIND_API_KEY: 'SG_0123456789abcdef',
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
  });
  return url;
}
