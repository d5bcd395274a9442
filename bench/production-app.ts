import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, startApp } from '../scripts/app.ts';
import type { Life } from '../scripts/command.ts';
import { givenEnv } from '../scripts/local-env.ts';
import { anyFreePort } from '../scripts/ports.ts';
import type { Variables } from '../scripts/variables.ts';

interface Options {
  sandboxFlags: string[];
  /** Variables of the server beside its own. */
  env?: Variables;
}

/** The production build with its demo shop, on a PostgreSQL and a sandbox of its own. */
export async function startProductionApp(
  life: Life,
  { sandboxFlags, env = {} }: Options,
): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'fitting-room-bench-'));
  life.cleanUp(async () => rmSync(dataDir, { recursive: true, force: true }));
  const app = await startApp(
    {
      mode: 'start',
      given: { ...withoutOwnSetUp(givenEnv()), ...env },
      dataDir,
      port: await anyFreePort(),
      sandboxFlags,
      show: 'nothing',
    },
    life,
  );
  // It rejects at the latest when the end stops the server; before that a request is missed anyway.
  app.broken.catch(() => {});
  return app;
}

/** No real database and no paid calls. */
function withoutOwnSetUp(given: Variables): Variables {
  const isOwn = /^(DATABASE_URL|SEGMIND_|BLOB_|SMTP_|NEXTAUTH_|GOOGLE_|GITHUB_CLIENT)/;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !isOwn.test(name)));
}
