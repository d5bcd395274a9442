// A PostgreSQL for one run of the tests: started in a temporary folder, with one migrated database
// to copy. Prints one line of JSON when ready, runs until it is stopped, and leaves nothing.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './command.ts';
import { givenEnv } from './local-env.ts';
import { applyMigrations } from './migrations.ts';
import { anyFreePort } from './ports.ts';
import { ensureDatabase, startPostgres } from './postgres.ts';

/** What the line says. */
export interface TestPostgres {
  /** A database from which others can be made and dropped. */
  adminUrl: string;
  /** The name of the migrated database. Nobody may be connected to it while it is copied. */
  template: string;
}

if (import.meta.main) {
  await runCommand(
    async (life) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'fitting-room-test-'));
      // The server may run under another account, which must be able to enter.
      chmodSync(folder, 0o755);
      life.cleanUp(async () => rmSync(folder, { recursive: true, force: true }));
      const server = await startPostgres({
        dataDir: path.join(folder, 'postgres'),
        password: randomBytes(16).toString('hex'),
        firstPort: await anyFreePort(),
        durable: false,
        logFile: path.join(folder, 'postgres.log'),
        env: givenEnv(),
      });
      life.cleanUp(() => server.stop());
      const template = 'fitting_room_template';
      await ensureDatabase(server, template);
      await applyMigrations(server.urlOf(template));
      const ready: TestPostgres = { adminUrl: server.urlOf('postgres'), template };
      process.stdout.write(`${JSON.stringify(ready)}\n`);
      return server.ended;
    },
    { codeWhenStopped: 0, quiet: true },
  );
}
