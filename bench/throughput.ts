import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from '../scripts/command.ts';
import { Crowd } from '../scripts/faults/crowd.ts';
import { makeWorld, type World } from '../scripts/faults/world.ts';
import { givenEnv } from '../scripts/local-env.ts';
import type { Findings } from './report.ts';

/**
 * Try-ons carried from the queue to the saved picture, against a sandbox that answers at once:
 * target P6. Beside it the least that could be done with as many rows: claim one, complete it.
 */
const TRY_ONS = 120;
/** Until both have started and compiled what they need. */
const WARM_UP = 200;
/** For what a worker does after the last picture. */
const SETTLE_MS = 300;
const ROUNDS = 3;
const YARDSTICK_ROWS = 4_000;
const YARDSTICK_CLIENTS = 8;
const CALLS_EACH = 100;

export async function benchThroughput(life: Life): Promise<Findings> {
  const world = await makeWorld(givenEnv(), life, {
    leaseSeconds: 30,
    rpm: 100_000,
    direct: true,
  });
  Object.assign(process.env, world.env, { NODE_ENV: 'production' });
  // Loaded only now: the server's code reads its variables when it loads.
  const { db, disconnect } = await import('#lib/server/db.ts');
  const crowd = new Crowd();
  await crowd.prepare();

  const { fleet } = world;
  const workers = [await fleet.start(), await fleet.start()];
  const tell = (some: typeof workers, signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const { child } of some) child.kill(signal);
  };
  /** Nobody is at work while they are asked for: only what carries them is timed. */
  const carry = async (by: typeof workers, count = TRY_ONS): Promise<number> => {
    await pause(SETTLE_MS);
    tell(workers, 'SIGSTOP');
    const asked = await crowd.askMany(count);
    const ids = asked.map(({ id }) => id);
    tell(by, 'SIGCONT');
    const startedAt = performance.now();
    while ((await db().tryOn.count({ where: { id: { in: ids }, finishedAt: null } })) > 0) {
      await pause(50);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const saved = await db().tryOn.count({ where: { id: { in: ids }, state: 'succeeded' } });
    if (saved !== count) throw new Error(`Only ${saved} of ${count} were saved.`);
    return count / seconds;
  };
  await carry(workers, WARM_UP);
  const one: number[] = [];
  const two: number[] = [];
  // Turn by turn, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round += 1) {
    one.push(await carry(workers.slice(0, 1)));
    two.push(await carry(workers));
  }
  tell(workers, 'SIGCONT');
  await fleet.stopAll();
  const alone = await yardstick(world);
  const given = await callsGivenOut();
  await disconnect();
  const figure = { row: 'P6' as const, unit: '/s' };
  return {
    figures: [
      {
        ...figure,
        what: 'try-ons carried by a warm worker',
        rounds: one,
        target: { atLeast: 100 },
      },
      { ...figure, what: 'try-ons carried by two', rounds: two },
      { ...figure, what: 'calls given out by the one row of the budget', rounds: given },
      { ...figure, what: 'claim and complete alone', rounds: alone, yardstick: true },
    ],
  };
}

/** Every call to the provider takes its place in one row, and holds it until that is written down. */
async function callsGivenOut(): Promise<number[]> {
  const { takeCalls } = await import('#lib/server/repositories/provider-gate.ts');
  const { db } = await import('#lib/server/db.ts');
  const order = { calls: 0, perMinute: 100_000, passesPause: true };
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedAt = performance.now();
    const client = async () => {
      for (let n = 0; n < CALLS_EACH; n += 1) await takeCalls(db(), order, new Date());
    };
    await Promise.all(Array.from({ length: YARDSTICK_CLIENTS }, client));
    rates.push((YARDSTICK_CLIENTS * CALLS_EACH) / ((performance.now() - startedAt) / 1000));
  }
  return rates;
}

/** A table of its own, several clients, one statement to claim and one to complete. */
async function yardstick(world: World): Promise<number[]> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: world.postgres.url, max: YARDSTICK_CLIENTS });
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await pool.query('DROP TABLE IF EXISTS yardstick');
    await pool.query(
      'CREATE TABLE yardstick (id int PRIMARY KEY, state text, lease timestamptz, due timestamptz)',
    );
    await pool.query('CREATE INDEX ON yardstick (state, due)');
    await pool.query(
      `INSERT INTO yardstick SELECT i, 'queued', NULL, now() FROM generate_series(1, ${YARDSTICK_ROWS}) i`,
    );
    const startedAt = performance.now();
    let done = 0;
    const client = async () => {
      for (;;) {
        const { rows } = await pool.query<{ id: number }>(
          `UPDATE yardstick SET state = 'running', lease = now() + interval '30 s' WHERE id =
             (SELECT id FROM yardstick WHERE state = 'queued' ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)
           RETURNING id`,
        );
        const id = rows[0]?.id;
        if (id === undefined) return;
        await pool.query(`UPDATE yardstick SET state = 'done', lease = NULL WHERE id = $1`, [id]);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: YARDSTICK_CLIENTS }, client));
    rates.push(done / ((performance.now() - startedAt) / 1000));
  }
  await pool.end();
  return rates;
}
