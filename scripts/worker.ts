// `npm run worker`: moves try-ons on in a process of its own. Beside a running `npm start` it takes
// over what that start chose; anywhere else the whole configuration comes from the environment.
import { type Life, runCommand } from './command.ts';
import { findRunning } from './instance.ts';
import { givenEnv } from './local-env.ts';
import { ensureClient } from './prisma-client.ts';
import { Problem } from './problem.ts';
import { say } from './progress.ts';
import { dataDirectory } from './project.ts';

async function work(life: Life): Promise<undefined> {
  const given = givenEnv();
  const running = await findRunning(dataDirectory(given));
  if (!running?.env && !given.DATABASE_URL) {
    throw new Problem(
      'Nothing runs here that this worker could join. Run npm start first, or set DATABASE_URL and the rest of the configuration.',
    );
  }
  await ensureClient(given);
  Object.assign(process.env, given, running?.env, { NODE_ENV: 'production' });
  // Loaded only now: the server's code reads its variables when it loads.
  const { runWorker } = await import('#lib/server/worker/run-worker.ts');
  say('The worker is at work. Ctrl-C stops it; what it has begun is taken over by another.');
  const working = runWorker(life.stopped);
  // Stopping takes as long as what the worker holds.
  life.cleanUp(() => working);
  await working;
  return undefined;
}

await runCommand(work, { codeWhenStopped: 0 });
