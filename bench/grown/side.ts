// A process of its own beside one database: does what it is told by name and answers how long it took.
import { disconnect } from '#lib/server/db.ts';
import { sumHours } from '#lib/server/operations/sum-hours.ts';
import { timed } from '../times.ts';
import { importantBatches } from './batches.ts';
import { findGround } from './ground.ts';
import { importantReads, overAll } from './reads.ts';
import { importantWrites, usedUp } from './writes.ts';

export type Order =
  | { do: 'list' }
  | { do: 'run'; name: string; atMost: { times: number; ms: number } }
  | { do: 'batch'; name: string; items: number }
  | { do: 'weigh' };
export type Answer =
  /** `overAll` are those of the names that are about everything of a shop or a queue. */
  | { names: string[]; overAll: string[]; batches: string[] }
  | { times: number[] }
  /** Of each reading's answer as JSON. */
  | { bytes: Record<string, number> }
  | { error: string };

// As the workers would have, month by month.
for (let months = 0; months < 15; months += 1) await sumHours(new Date());
const ground = await findGround();
const reads = await importantReads(ground);
const works: Record<string, () => Promise<unknown>> = { ...reads, ...importantWrites(ground) };
const prepare = usedUp(ground);
const batches = importantBatches(ground);

async function follow(order: Order): Promise<Answer> {
  if (order.do === 'list') {
    return { names: Object.keys(works), overAll: [...overAll], batches: Object.keys(batches) };
  }
  if (order.do === 'batch') {
    const work = await batches[order.name]?.(order.items);
    if (!work) throw new Error(`There is no ${order.name}.`);
    return { times: [await timed(work)] };
  }
  if (order.do === 'weigh') {
    const bytes: Record<string, number> = {};
    for (const [name, read] of Object.entries(reads)) {
      bytes[name] = Buffer.byteLength(JSON.stringify(await read()) ?? '');
    }
    return { bytes };
  }
  const work = works[order.name];
  if (!work) throw new Error(`There is no ${order.name}.`);
  const times: number[] = [];
  let spent = 0;
  do {
    await prepare[order.name]?.();
    const ms = await timed(work);
    times.push(ms);
    spent += ms;
  } while (times.length < order.atMost.times && spent < order.atMost.ms);
  return { times };
}

process.on('message', (order: Order) => {
  follow(order)
    .catch((error: unknown) => ({ error: String(error instanceof Error ? error.stack : error) }))
    .then((answer) => process.send?.(answer));
});
// What works for it, the decoders above all, would keep it alive.
process.once('disconnect', () => void disconnect().finally(() => process.exit()));
