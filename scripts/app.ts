// The whole fitting room, started in order and stopped in the reverse one. `npm start`,
// `npm run dev` and the browser tests all come through here.
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { buildApp, isBuildFresh } from './build.ts';
import { runChild } from './child.ts';
import type { Life } from './command.ts';
import { claimInstance } from './instance.ts';
import { type Database, openDatabase } from './local-database.ts';
import { chosenEnv } from './local-env.ts';
import { applyMigrations } from './migrations.ts';
import { endOrphans, noteFile } from './orphans.ts';
import { firstFreePort, isPortFree } from './ports.ts';
import { generateClient, isClientFresh } from './prisma-client.ts';
import { Problem } from './problem.ts';
import { step } from './progress.ts';
import { inProject, projectRoot } from './project.ts';
import { type SandboxProcess, startSandbox } from './sandbox-process.ts';
import { localSecrets } from './secrets.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { Variables } from './variables.ts';

export interface AppOptions {
  mode: 'start' | 'dev';
  given: Variables;
  dataDir: string;
  port: number;
  sandboxFlags?: string[];
  show: 'errors' | 'everything' | 'nothing';
}

export interface App {
  url: string;
  /** The variables under which it runs. */
  env: Variables;
  sandboxUrl?: string;
  /** Rejects with a `Problem` that names the part when one ends by itself. Never resolves. */
  readonly broken: Promise<never>;
}

/** Starts everything; what it started is put on `life` to be stopped. */
export async function startApp(options: AppOptions, life: Life): Promise<App> {
  const { mode, given, dataDir, port } = options;
  const instance = await claimInstance(dataDir, mode);
  life.cleanUp(() => instance.release());
  endOrphans(dataDir);
  await requirePort(port);

  const parts: [name: string, part: Pick<ServerProcess, 'ended'>, lastWords: () => string][] = [];

  let database: Database | undefined;
  await step('Opening the database', async () => {
    database = await openDatabase(given, dataDir);
    const { server, where } = database;
    if (server) {
      life.cleanUp(() => server.stop());
      parts.push(['PostgreSQL', server, () => `See ${path.join(dataDir, 'logs/postgres.log')}.`]);
    }
    return where;
  });
  if (!database) throw new Error('The database step left nothing.');
  const { url: databaseUrl } = database;

  if (!isClientFresh()) {
    await step('Generating the database client', async () => {
      await generateClient(given);
      return undefined;
    });
  }
  await step('Migrating the database', async () => {
    const applied = await applyMigrations(databaseUrl);
    return applied.length > 0 ? `${applied.length} applied` : 'nothing new';
  });

  let sandbox: SandboxProcess | undefined;
  if (!given.SEGMIND_API_KEY) {
    await step('Starting the sandbox (there is no SEGMIND_API_KEY)', async () => {
      sandbox = await startSandbox(
        await firstFreePort(4010),
        given,
        noteFile(dataDir, 'sandbox'),
        options.sandboxFlags,
      );
      life.cleanUp(async () => sandbox?.stop());
      parts.push(['The sandbox', sandbox, sandbox.lastWords]);
      return sandbox.url;
    });
  }

  const secrets = localSecrets(dataDir);
  const chosen = chosenEnv(given, { databaseUrl, dataDir, port, secrets, sandbox });
  const env = { ...given, ...chosen };
  instance.remember({ env: chosen });

  await step('Looking at the demo data', () => seedDemo(env));
  if (mode === 'start' && !isBuildFresh()) {
    await step('Building the app (once for each change, about a minute)', async () => {
      await buildApp(env);
      return undefined;
    });
  }
  await step('Starting the server', async () => {
    const logFile = path.join(dataDir, 'logs/server.log');
    const note = noteFile(dataDir, 'server');
    const server = await startServer({ mode, port, env, logFile, note, show: options.show });
    life.cleanUp(() => server.stop());
    parts.push(['The server', server, server.lastWords]);
    return undefined;
  });
  const url = `http://localhost:${port}`;
  instance.remember({ url });
  return { url, env, sandboxUrl: sandbox?.url, broken: firstToEnd(parts) };
}

/** Runs the seed, which itself leaves a database alone that holds something. */
export async function seedDemo(env: Variables): Promise<string | undefined> {
  const result = await runChild(
    process.execPath,
    ['--conditions=react-server', inProject('prisma/seed.ts')],
    { env, cwd: projectRoot },
  );
  if (result.code !== 0) {
    throw new Problem(`The demo data could not be written:\n${result.output.trim()}`);
  }
  return result.output.trim().split('\n').at(-1)?.replace(/\.$/, '') || undefined;
}

async function requirePort(port: number): Promise<void> {
  // A server that was ended a moment ago may hold it still.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return;
    await wait(100);
  }
  throw new Problem(
    `Port ${port} is taken by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
}

async function firstToEnd(
  parts: [name: string, part: Pick<ServerProcess, 'ended'>, lastWords: () => string][],
): Promise<never> {
  const [name, code, words] = await Promise.race(
    parts.map(async ([name, part, words]) => [name, await part.ended, words] as const),
  );
  throw new Problem(`${name} ended by itself (exit code ${code}); everything stops.\n${words()}`);
}
