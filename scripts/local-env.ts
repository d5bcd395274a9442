import { existsSync } from 'node:fs';
import { inProject } from './project.ts';
import type { LocalSecrets } from './secrets.ts';
import type { Variables } from './variables.ts';

/** Calls a minute on the sandbox unless told otherwise: a demonstration for a handful of people. */
const SANDBOX_RPM = '600';

/** The variables of this process, with those of `.env` where the process has none. */
export function givenEnv(): Variables {
  if (existsSync(inProject('.env'))) process.loadEnvFile(inProject('.env'));
  return withoutBlanks(process.env);
}

export interface Chosen {
  databaseUrl: string;
  dataDir: string;
  port: number;
  secrets: LocalSecrets;
  /** The sandbox that stands in for the provider, when one was started. */
  sandbox?: { url: string; key: string };
}

/** The variables that a local start chooses itself, so that nothing has to be set up by hand. */
export function chosenEnv(given: Variables, chosen: Chosen): Record<string, string> {
  const { databaseUrl, dataDir, port, secrets, sandbox } = chosen;
  return {
    // Tells lib/server/env.ts that the defaults of a laptop are allowed.
    FITTING_ROOM_LAUNCHER: '1',
    FITTING_ROOM_DATA: dataDir,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    NEXTAUTH_URL: given.NEXTAUTH_URL ?? `http://localhost:${port}`,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET ?? secrets.NEXTAUTH_SECRET,
    // A catalog that was exported here has its pictures here.
    IMPORT_PRIVATE_HOSTS: given.IMPORT_PRIVATE_HOSTS ?? `localhost:${port}`,
    CRON_SECRET: given.CRON_SECRET ?? secrets.CRON_SECRET,
    METRICS_TOKEN: given.METRICS_TOKEN ?? secrets.METRICS_TOKEN,
    NEXT_TELEMETRY_DISABLED: '1',
    ...(sandbox && {
      SEGMIND_API_KEY: sandbox.key,
      SEGMIND_BASE_URL: sandbox.url,
      SEGMIND_ASSET_URL: sandbox.url,
      SEGMIND_RPM: given.SEGMIND_RPM ?? SANDBOX_RPM,
      SEGMIND_IS_SANDBOX: '1',
      SEGMIND_OUTPUT_HOSTS: new URL(sandbox.url).host,
      ALLOW_SANDBOX: '1',
    }),
  };
}

/** A variable set to nothing, as `.env.example` files have them, counts as not set. */
export function withoutBlanks(env: Variables): Variables {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/** The port of `PORT`, 3000 without. Undefined when it is not a port. */
export function portOf(env: Variables): number | undefined {
  const port = Number(env.PORT ?? 3000);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
