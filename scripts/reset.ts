// `npm run reset`: throws away everything that a local start has made.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { findRunning } from './instance.ts';
import { givenEnv } from './local-env.ts';
import { clearLeftovers } from './postgres-leftovers.ts';
import { Problem } from './problem.ts';
import { say } from './progress.ts';
import { dataDirectory, projectRoot } from './project.ts';

await runCommand(async () => {
  const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false } } });
  const given = givenEnv();
  const dataDir = dataDirectory(given);
  const running = await findRunning(dataDir);
  if (running) {
    throw new Problem(
      `The fitting room runs on ${dataDir} (process ${running.pid}). Stop it with Ctrl-C first.`,
    );
  }
  if (!existsSync(dataDir)) {
    say(`There is nothing in ${dataDir}.`);
    return 0;
  }
  requireOurs(dataDir);
  if (!values.yes && !(await agrees(dataDir))) {
    say('Nothing was removed.');
    return 1;
  }
  await clearLeftovers(path.join(dataDir, 'postgres'));
  rmSync(dataDir, { recursive: true, force: true });
  say(`Removed ${dataDir}. The next npm start begins afresh.`);
  if (given.DATABASE_URL) say('The database of DATABASE_URL was left as it is.');
  return 0;
});

/** FITTING_ROOM_DATA may name any folder; one that no start has made is not ours to remove. */
function requireOurs(dataDir: string): void {
  const ours = ['secrets.json', 'postgres', 'running.json', 'logs', 'blobs'];
  const found = readdirSync(dataDir);
  const holdsProject = projectRoot === dataDir || projectRoot.startsWith(dataDir + path.sep);
  if (holdsProject || (found.length > 0 && !found.some((name) => ours.includes(name)))) {
    throw new Problem(`${dataDir} does not look like data of the fitting room; it stays.`);
  }
}

async function agrees(dataDir: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Problem(
      `This removes ${dataDir} with every account, photo and look in it. Say so: npm run reset -- --yes`,
    );
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(
    `This removes ${dataDir} with every account, photo and look in it. Type "yes" to go on: `,
  );
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}
