import { db } from '#lib/server/db.ts';
import type { RoundReport } from './report.ts';
import { conclude, eventually, type Stage, statesOf, withWorkers } from './round.ts';

const WORKERS = 2;
const STOP_WITHIN_MS = 15_000;

/** SIGTERM while POSTs are under way: they come home, no row is left held, no answer is lost. */
export async function stopUnderLoad(stage: Stage, times: number): Promise<RoundReport> {
  const { world, crowd } = stage;
  const from = crowd.acknowledged.length;
  const exits: { ms: number; code: number | null }[] = [];
  const wrong: string[] = [];
  for (let time = 0; time < times; time += 1) {
    // Every answer of the provider takes its time, so that the signal falls into a call.
    world.proxy.choose = () => 'delay';
    await Promise.all(Array.from({ length: WORKERS }, () => world.fleet.start()));
    const asked = await crowd.askMany(30);
    const busy = await eventually(async () => (await statesOf(asked)).includes('sending'), 20_000);
    if (!busy) wrong.push('nothing was under way when the signal came');
    exits.push(...(await world.fleet.stopAll()));
    world.proxy.choose = () => null;
    const held = await db().tryOn.count({ where: { leaseToken: { not: null } } });
    if (held > 0) wrong.push(`${held} rows were left held`);
  }
  const slowest = Math.max(...exits.map(({ ms }) => ms));
  return withWorkers(stage, WORKERS, {}, () =>
    conclude(stage, `stop under load, ${times}×`, crowd.acknowledged.slice(from), {
      faults: { SIGTERM: exits.length },
      figures: { 'slowest exit s': slowest / 1_000 },
      broken: ({ figures }) => [
        ...wrong,
        slowest > STOP_WITHIN_MS && `one took ${(slowest / 1_000).toFixed(1)} s to leave`,
        exits.some(({ code }) => code !== 0) && 'one left with an error',
        Boolean(figures.unknown) && `${figures.unknown} answers were lost by a stop`,
      ],
    }),
  );
}
