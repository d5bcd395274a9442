import type { Life } from './command.ts';
import { claimInstance, findRunning } from './instance.ts';
import { openDatabase } from './local-database.ts';
import { givenEnv } from './local-env.ts';
import { dataDirectory } from './project.ts';

/**
 * Gives `work` the database of this checkout: the one of the start that runs, that of
 * `DATABASE_URL`, or our own, started for the time of the work.
 */
export async function withDatabase(
  life: Life,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const given = givenEnv();
  const dataDir = dataDirectory(given);
  const running = await findRunning(dataDir);
  if (running?.env?.DATABASE_URL) return work(running.env.DATABASE_URL);
  if (!given.DATABASE_URL) {
    // Nobody else may start a server on the same folder meanwhile.
    const instance = await claimInstance(dataDir, 'work');
    life.cleanUp(() => instance.release());
  }
  const { url, server } = await openDatabase(given, dataDir);
  if (server) life.cleanUp(() => server.stop());
  await work(url);
}
