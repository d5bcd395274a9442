// `npm run bench`: every row of the targets; `-- P4 P5` or `-- garments review` for some; `--compare`
// with an earlier result, or a folder of them. The figures are kept in bench/results/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Bench, formatTable, type TargetRow, targetRows } from '../bench/report.ts';
import { keepResult, type Result, readResult, resultFile } from '../bench/results.ts';
import { formatChanges, formatFigures } from '../bench/verdict.ts';
import { startChild } from './child.ts';
import { type Life, runCommand } from './command.ts';
import { givenEnv } from './local-env.ts';
import { ensureClient } from './prisma-client.ts';
import { Problem } from './problem.ts';
import { say, secondsSince } from './progress.ts';
import { inProject } from './project.ts';

/** Set for the processes that measure one bench each. */
const ALONE = 'FITTING_ROOM_BENCH_ALONE';

await runCommand(async (life) => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { compare: { type: 'string' } },
  });
  await ensureClient(givenEnv());
  // Loaded only now: some of them bring the database client with them.
  const { benches } = await import('../bench/benches.ts');
  const { KEPT_SHOP } = await import('../bench/production-app.ts');
  const names = namesOf(positionals, benches);
  const [only] = names;
  if (only && process.env[ALONE]) return measure(only, benches[only]?.measure, life);

  const startedAt = performance.now();
  // Read before they are written over.
  const { compare } = values;
  const earlier = compare ? names.flatMap((name) => readResult(compare, name) ?? []) : [];
  if (compare && earlier.length === 0) {
    throw new Problem(`${compare} holds no result of ${names.join(', ')}.`);
  }
  const results: Result[] = [];
  const shop = mkdtempSync(path.join(tmpdir(), 'fitting-room-bench-shop-'));
  life.cleanUp(async () => rmSync(shop, { recursive: true, force: true }));
  // Each in a process of its own: what one has warmed, kept or connected to is nothing to the next.
  for (const name of names) {
    const child = startChild(process.execPath, [...process.execArgv, process.argv[1] ?? '', name], {
      env: { ...process.env, [ALONE]: '1', ...(names.length > 1 && { [KEPT_SHOP]: shop }) },
      output: 'terminal',
    });
    life.cleanUp(() => child.stop());
    const code = await child.ended;
    if (code !== 0) return code;
    const result = readResult(resultFile(name), name);
    if (result) results.push(result);
  }
  const figuresOf = (all: Result[]) => all.flatMap(({ figures = [] }) => figures);
  const figures = figuresOf(results);
  if (figures.length > 0) say(`${formatFigures(figures)}\n`);
  if (compare) say(`${formatChanges(figuresOf(earlier), figures)}\n`);
  say(`All of it: ${secondsSince(startedAt)}`);
  return 0;
});

type Benches = Record<string, { rows: TargetRow[]; measure: Bench }>;

/** Without a word: all that have a row. */
function namesOf(asked: string[], benches: Benches): string[] {
  const isRow = (word: string): word is TargetRow => targetRows.some((row) => row === word);
  const unknown = asked.filter((word) => !isRow(word) && !Object.hasOwn(benches, word));
  if (unknown.length > 0) {
    throw new Problem(
      `There is no bench ${unknown.join(', ')}. There is: ${[...targetRows, ...Object.keys(benches)].join(', ')}`,
    );
  }
  const isAsked = ([name, { rows }]: [string, { rows: TargetRow[] }]) =>
    asked.length === 0
      ? rows.length > 0
      : asked.some((word) => (isRow(word) ? rows.includes(word) : word === name));
  return Object.entries(benches)
    .filter(isAsked)
    .map(([name]) => name);
}

async function measure(name: string, bench: Bench | undefined, life: Life): Promise<undefined> {
  if (!bench) return;
  const startedAt = performance.now();
  const result = await keepResult(name, () => bench(life));
  for (const table of result.tables ?? []) say(`${formatTable(table)}\n`);
  if (result.figures) say(`${formatFigures(result.figures)}\n`);
  if (result.notQuiet) {
    say(
      `The machine was not quiet: a load of ${result.load.before.toFixed(1)} before the first round.\n`,
    );
  }
  say(`${path.relative(inProject('.'), resultFile(name))}, ${secondsSince(startedAt)}\n`);
}
