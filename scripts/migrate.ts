// `npm run migrate` brings the database up to date; `npm run migrate -- --create "what changes"`
// writes a migration from what schema.prisma has and the last migration has not.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { withDatabase } from './joined-database.ts';
import { applyMigrations, createMigration } from './migrations.ts';
import { say } from './progress.ts';
import { projectRoot } from './project.ts';

await runCommand(async (life) => {
  const { values } = parseArgs({ options: { create: { type: 'string' } } });
  const { create } = values;
  await withDatabase(life, async (url) => {
    if (create !== undefined) {
      const written = await createMigration(url, create);
      if (written) {
        say(`Wrote ${path.relative(projectRoot, written)}/migration.sql. Read it, then commit it.`);
      } else {
        say('The schema holds nothing that the migrations have not.');
        return;
      }
    }
    const applied = await applyMigrations(url);
    for (const name of applied) say(`Applied ${name}.`);
    if (applied.length === 0) say('The database is up to date.');
  });
  return 0;
});
