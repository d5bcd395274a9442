import path from 'node:path';
import { demoAccounts } from '../prisma/demo-collection.ts';
import { startApp } from './app.ts';
import { type Life, runCommand } from './command.ts';
import { givenEnv, portOf } from './local-env.ts';
import { Problem } from './problem.ts';
import { say } from './progress.ts';
import { dataDirectory } from './project.ts';

/** `npm start` and `npm run dev`: everything up, the address, and then until Ctrl-C. */
export async function serve(mode: 'start' | 'dev', life: Life): Promise<never> {
  const given = givenEnv();
  const port = portOf(given);
  if (port === undefined) {
    throw new Problem(`PORT is "${given.PORT}", which is not a port. Try PORT=3001 npm start`);
  }
  const dataDir = dataDirectory(given);
  const app = await startApp(
    {
      mode,
      given,
      port,
      dataDir,
      // A try-on in flight over a Ctrl-C goes on at the next start, as it would at the provider.
      // The balance is kept too, so it is one that a demonstration does not use up.
      sandboxFlags: ['--data', path.join(dataDir, 'sandbox'), '--credits', '100'],
      show: mode === 'dev' ? 'everything' : 'errors',
    },
    life,
  );
  say(`\nThe fitting room is open: ${app.url}\n`);
  for (const { role, email, password } of demoAccounts) {
    say(`  ${role.toLowerCase().padEnd(9)} ${email} / ${password}`);
  }
  if (app.sandboxUrl) {
    say('\nPictures come from the sandbox; set SEGMIND_API_KEY for real ones.');
  }
  say('Ctrl-C stops everything and keeps the data.');
  return app.broken;
}

if (import.meta.main) await runCommand((life) => serve('start', life), { codeWhenStopped: 0 });
