// `npm run seed`: the demo data, into a database that has none.
import { seedDemo } from './app.ts';
import { runCommand } from './command.ts';
import { withDatabase } from './joined-database.ts';
import { chosenEnv, givenEnv } from './local-env.ts';
import { applyMigrations } from './migrations.ts';
import { ensureClient } from './prisma-client.ts';
import { say } from './progress.ts';
import { dataDirectory } from './project.ts';
import { SANDBOX_KEY } from './sandbox-process.ts';
import { localSecrets } from './secrets.ts';

await runCommand(async (life) => {
  const given = givenEnv();
  const dataDir = dataDirectory(given);
  await withDatabase(life, async (databaseUrl) => {
    await ensureClient(given);
    await applyMigrations(databaseUrl);
    const chosen = chosenEnv(given, {
      databaseUrl,
      dataDir,
      port: 3000,
      secrets: localSecrets(dataDir),
      // Seeding sends nothing to the provider; the configuration only has to be whole.
      sandbox: given.SEGMIND_API_KEY
        ? undefined
        : { url: 'http://127.0.0.1:4010', key: SANDBOX_KEY },
    });
    say(`${(await seedDemo({ ...given, ...chosen })) ?? 'Done'}.`);
  });
  return 0;
});
