import { setTimeout as pause } from 'node:timers/promises';
import { untilQuiet } from './examine.ts';
import type { RoundReport } from './report.ts';
import { conclude, type Stage, withWorkers } from './round.ts';

const SURVIVORS = 2;
const TAKEN_WITHIN_S = 60;

/** A worker dies in the middle of its work, others are there: how long its rows lie about. */
export async function takeOver(
  stage: Stage,
  times: number,
  leaseSeconds: number,
): Promise<RoundReport> {
  const { world, crowd } = stage;
  const from = crowd.acknowledged.length;
  return withWorkers(stage, SURVIVORS, {}, async () => {
    // Every answer takes a while, so that the one that dies holds many.
    world.proxy.choose = () => 'delay';
    for (let time = 0; time < times; time += 1) {
      const { child, holder } = await world.fleet.start();
      const asked = await crowd.askMany(60);
      await pause(2_500);
      child.kill('SIGKILL');
      world.fleet.deaths.push({ holder, at: Date.now(), cause: 'random' });
      await untilQuiet(asked, leaseSeconds * 1_000 + 60_000);
    }
    world.proxy.choose = () => null;
    return conclude(stage, `takeover, ${times} kills`, crowd.acknowledged.slice(from), {
      faults: { SIGKILL: times },
      broken: ({ figures }) => [
        (figures['p99 s'] ?? 0) > TAKEN_WITHIN_S && 'rows of a dead worker lay about too long',
        !figures.takeovers && 'the dead held nothing',
      ],
    });
  });
}
