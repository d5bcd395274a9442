import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, type AppOptions, startApp } from '../scripts/app.ts';
import type { Life } from '../scripts/command.ts';
import { givenEnv } from '../scripts/local-env.ts';
import { anyFreePort } from '../scripts/ports.ts';
import type { Variables } from '../scripts/variables.ts';

interface Options {
  sandboxFlags: string[];
  /** Variables of the server beside its own. */
  env?: Variables;
}

/**
 * Set for benches that are run together: a folder where the first of them keeps what its demo shop began
 * with, so that the others need not make its pictures again.
 */
export const KEPT_SHOP = 'FITTING_ROOM_BENCH_SHOP';
/** In that folder, once all of it is there. */
const COMPLETE = 'complete';

/** The production build with its demo shop, on a PostgreSQL and a sandbox of its own. */
export async function startProductionApp(
  life: Life,
  { sandboxFlags, env = {} }: Options,
): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'fitting-room-bench-'));
  life.cleanUp(async () => rmSync(dataDir, { recursive: true, force: true }));
  const kept = process.env[KEPT_SHOP];
  if (kept) {
    if (!existsSync(path.join(kept, COMPLETE))) await keepShop(kept, life);
    // With their owners, which Node's own copying leaves out: PostgreSQL insists on its own.
    execFileSync('cp', ['-pR', `${kept}/.`, dataDir]);
  }
  const app = await startApp(await optionsFor(dataDir, sandboxFlags, env), life);
  // It rejects at the latest when the end stops the server; before that a request is missed anyway.
  app.broken.catch(() => {});
  return app;
}

const optionsFor = async (
  dataDir: string,
  sandboxFlags: string[],
  env: Variables,
): Promise<AppOptions> => ({
  mode: 'start',
  given: { ...withoutOwnSetUp(givenEnv()), ...env },
  dataDir,
  port: await anyFreePort(),
  sandboxFlags,
  show: 'nothing',
});

/** Starts everything there once, which makes the demo shop, and stops it again. */
async function keepShop(folder: string, life: Life): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { part, end } = partOf(life);
  const app = await startApp(await optionsFor(folder, [], {}), part);
  app.broken.catch(() => {});
  await end();
  // Each sandbox begins with nothing, under its own flags.
  rmSync(path.join(folder, 'sandbox'), { recursive: true, force: true });
  writeFileSync(path.join(folder, COMPLETE), '');
}

/** A life within another that can be ended sooner; at the latest it ends with that. */
function partOf(life: Life): { part: Life; end: () => Promise<void> } {
  const tasks: (() => Promise<void>)[] = [];
  const end = async () => {
    for (let task = tasks.pop(); task; task = tasks.pop()) await task();
  };
  life.cleanUp(end);
  return { part: { stopped: life.stopped, cleanUp: (task) => void tasks.push(task) }, end };
}

/** No real database and no paid calls. */
function withoutOwnSetUp(given: Variables): Variables {
  const isOwn = /^(DATABASE_URL|SEGMIND_|BLOB_|SMTP_|NEXTAUTH_|GOOGLE_|GITHUB_CLIENT)/;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !isOwn.test(name)));
}
