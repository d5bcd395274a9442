// `npm run bench -- browse catalog figures pages polls review table throughput uploads`: measures, shows the figures as tables and keeps them in bench/results/.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchBrowse } from '../bench/browse.ts';
import { benchCatalog } from '../bench/catalog.ts';
import { benchFigures } from '../bench/figures.ts';
import { benchPages } from '../bench/pages.ts';
import { benchPolls } from '../bench/poll-schedule.ts';
import { type Bench, formatTable } from '../bench/report.ts';
import { benchReview } from '../bench/review.ts';
import { benchTable } from '../bench/table.ts';
import { benchThroughput } from '../bench/throughput.ts';
import { benchUploads } from '../bench/uploads.ts';
import { startChild } from './child.ts';
import { type Life, runCommand } from './command.ts';
import { Problem } from './problem.ts';
import { say, secondsSince } from './progress.ts';
import { inProject } from './project.ts';

const benches: Record<string, Bench> = {
  browse: benchBrowse,
  catalog: benchCatalog,
  figures: benchFigures,
  pages: benchPages,
  polls: benchPolls,
  review: benchReview,
  table: benchTable,
  throughput: benchThroughput,
  uploads: benchUploads,
};

/** To a ten-thousandth: more would only be noise in the file. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;

await runCommand(async (life) => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no bench ${unknown.join(', ')}. There is: ${Object.keys(benches).join(', ')}`,
    );
  }
  const names = Object.keys(benches).filter((name) => asked.length === 0 || asked.includes(name));
  const [only, ...others] = names;
  if (only && others.length === 0) return measure(only, life);
  // Each in a process of its own: what one has warmed, kept or connected to is nothing to the next.
  for (const name of names) {
    const child = startChild(process.execPath, [...process.execArgv, process.argv[1] ?? '', name], {
      env: process.env,
      output: 'terminal',
    });
    life.cleanUp(() => child.stop());
    const code = await child.ended;
    if (code !== 0) return code;
  }
  return 0;
});

async function measure(name: string, life: Life): Promise<undefined> {
  const bench = benches[name];
  if (!bench) return;
  const startedAt = performance.now();
  const tables = await bench(life);
  for (const table of tables) say(`${formatTable(table)}\n`);
  const folder = inProject('bench', 'results');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.json`);
  writeFileSync(file, `${JSON.stringify({ bench: name, tables }, rounded, 2)}\n`);
  say(`${path.relative(inProject('.'), file)}, ${secondsSince(startedAt)}`);
}
