import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Life } from '../scripts/command.ts';
import { applyMigrations } from '../scripts/migrations.ts';
import { growDatabase, growthOf } from './grown/grow.ts';
import type { Answer, Order } from './grown/side.ts';
import type { Bench, Figure, Findings, Row } from './report.ts';
import { startScratchDatabase } from './scratch-database.ts';
import { note, quantile } from './times.ts';

/**
 * What the same work costs with ten times as much of everything around it: target P10. One server holds
 * both databases; beside each stands a process with the program's own code, and the two take turns.
 */
const ROUNDS = 3;
/** Items of the smaller batch. */
const BATCH = 50;
const BATCH_ROUNDS = 3;
/** Of one work in one round, on one side. */
const AT_MOST = { times: 8, ms: 100 };
/**
 * The worst of so many short looks is mostly chance: what seems dearer, in its median or in any round, is
 * looked at anew, longer, and that counts.
 */
const SEEMS_DEARER = { median: 1.05, round: 1.2 };
const LONGER = { rounds: 5, atMost: { times: 500, ms: 200 } };

export const benchGrowth: Bench = (life) => compare(life, 100_000);
/** Too long to be measured with all the others: what is grown takes minutes. */
export const benchGrowthFull: Bench = (life) => compare(life, 1_000_000);

async function compare(life: Life, tryOns: number): Promise<Findings> {
  const url = await startScratchDatabase(life);
  const largeUrl = await anotherDatabase(url, 'fitting_room_grown');
  const until = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  await Promise.all([
    growDatabase(url, growthOf(tryOns / 10, until)),
    growDatabase(largeUrl, growthOf(tryOns, until)),
  ]);
  const small = startSide(life, url);
  const large = startSide(life, largeUrl);

  const answer = await small({ do: 'list' });
  if (!('names' in answer)) throw new Error('It does not say what it can do.');
  const { names, overAll, batches } = answer;
  const isOverAll = (name: string) => overAll.includes(name);
  /** Round by round and side by side, so that what else the machine does falls on all of them. */
  const look = async (works: string[], rounds: number, atMost: typeof AT_MOST) => {
    const looked: Looked = { times: { small: {}, large: {} }, ratios: {} };
    // The first round is for warming up.
    for (let round = -1; round < rounds; round += 1) {
      for (const name of works) {
        const smallMs = median(await small({ do: 'run', name, atMost }));
        const largeMs = median(await large({ do: 'run', name, atMost }));
        if (round < 0) continue;
        note(looked.times.small, name, smallMs);
        note(looked.times.large, name, largeMs);
        note(looked.ratios, name, largeMs / smallMs / (isOverAll(name) ? 10 : 1));
      }
    }
    return looked;
  };
  const first = await look(names, ROUNDS, AT_MOST);
  const dearer = names.filter((name) => {
    const all = first.ratios[name] ?? [];
    return quantile(all, 0.5) > SEEMS_DEARER.median || quantile(all, 1) > SEEMS_DEARER.round;
  });
  const again = await look(dearer, LONGER.rounds, LONGER.atMost);
  const times = {
    small: { ...first.times.small, ...again.times.small },
    large: { ...first.times.large, ...again.times.large },
  };
  const ratios = { ...first.ratios, ...again.ratios };
  const batch: Record<string, number[]> = {};
  const batchTimes: Looked['times'] = { small: {}, large: {} };
  for (let round = -1; round < BATCH_ROUNDS; round += 1) {
    for (const name of batches) {
      const smallMs = median(await large({ do: 'batch', name, items: BATCH }));
      const largeMs = median(await large({ do: 'batch', name, items: 10 * BATCH }));
      if (round < 0) continue;
      note(batchTimes.small, name, smallMs);
      note(batchTimes.large, name, largeMs);
      note(batch, name, largeMs / smallMs / 10);
    }
  }
  const among = `among ${tryOns / 10} and among ${tryOns} try-ons, and as much of all else`;
  const of = (all: boolean) =>
    Object.fromEntries(Object.entries(ratios).filter(([name]) => isOverAll(name) === all));
  const one = tell(times, of(false), {
    what: 'cost of one with ten times as much around it, the worst of all, looked at again where dearer',
    title: `the same work ${among}`,
    atFirst: first.ratios,
  });
  const item = tell(times, of(true), {
    what: 'cost of one item in work over all of them, ten times as many, the worst of all',
    title: `work over all, ${among}; the ratio is that of one item`,
    atFirst: first.ratios,
  });
  const bytesOf = (answer: Answer) => ('bytes' in answer ? answer.bytes : {});
  const smallBytes = bytesOf(await small({ do: 'weigh' }));
  const largeBytes = bytesOf(await large({ do: 'weigh' }));
  const weights = Object.entries(largeBytes).map(([name, bytes]): [string, Row] => [
    name,
    { 'kB, tenth': (smallBytes[name] ?? 0) / 1_000, 'kB, whole': bytes / 1_000 },
  ]);
  const all = tell(batchTimes, batch, {
    what: 'cost of one in a batch of ten times as many, the worst of all',
    title: `batches of ${BATCH} and of ${10 * BATCH}; the ratio is that of one item`,
  });
  const weight = { title: 'what is answered, as JSON', rows: Object.fromEntries(weights) };
  return {
    figures: [...one.figures, ...item.figures, ...all.figures],
    tables: [...one.tables, ...item.tables, ...all.tables, weight],
  };
}

interface Looked {
  /** Of each work, by its name, one of each round, in milliseconds. */
  times: Record<'small' | 'large', Record<string, number[]>>;
  ratios: Record<string, number[]>;
}

function tell(
  times: Looked['times'],
  ratios: Record<string, number[]>,
  { what, title, atFirst }: { what: string; title: string; atFirst?: Record<string, number[]> },
): Required<Findings> {
  const worstFirst = Object.entries(ratios).sort(
    ([, a], [, b]) => quantile(b, 0.5) - quantile(a, 0.5),
  );
  const rows = worstFirst.map(([name, all]): [string, Row] => [
    name,
    {
      'ms, tenth': quantile(times.small[name] ?? [], 0.5),
      'ms, whole': quantile(times.large[name] ?? [], 0.5),
      ratio: quantile(all, 0.5),
      lowest: quantile(all, 0),
      highest: quantile(all, 1),
      ...(atFirst && { 'at first': quantile(atFirst[name] ?? [], 0.5) }),
    },
  ]);
  const [worst] = worstFirst;
  const figures: Figure[] = worst
    ? [{ row: 'P10', what, unit: '×', rounds: worst[1], target: { atMost: 1.2 } }]
    : [];
  return { figures, tables: [{ title, rows: Object.fromEntries(rows) }] };
}

async function anotherDatabase(url: string, name: string): Promise<string> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await client.end();
  const other = new URL(url);
  other.pathname = `/${name}`;
  await applyMigrations(other.href);
  return other.href;
}

/** One order at a time. */
function startSide(life: Life, url: string) {
  const files = mkdtempSync(path.join(tmpdir(), 'fitting-room-growth-'));
  life.cleanUp(async () => rmSync(files, { recursive: true, force: true }));
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'grown', 'side.ts'), {
    env: { ...process.env, DATABASE_URL: url, FITTING_ROOM_DATA: files },
  });
  const ended = once(child, 'exit');
  life.cleanUp(async () => {
    if (child.connected) child.disconnect();
    await ended;
  });
  return async (order: Order): Promise<Answer> => {
    child.send(order);
    const heard = once(child, 'message');
    const gone = ended.then(() => Promise.reject(new Error('The process beside it has ended.')));
    const [answer] = (await Promise.race([heard, gone])) as [Answer];
    if ('error' in answer) throw new Error(answer.error);
    return answer;
  };
}

const median = (answer: Answer) => quantile('times' in answer ? answer.times : [], 0.5);
