import { setTimeout as pause } from 'node:timers/promises';
import type { Outage } from './breakable-storage.ts';
import { untilQuiet } from './examine.ts';
import type { RoundReport } from './report.ts';
import { conclude, eventually, type Stage, statesOf, withWorkers } from './round.ts';

/** The storage is away while pictures are finished and people go on asking: all of them are saved. */
export async function storageOutage(
  stage: Stage,
  outage: Outage,
  seconds: number,
): Promise<RoundReport> {
  const { world, crowd } = stage;
  await crowd.freshPerson();
  await world.sandbox.post('/settings', { latency: { mean: 4, sigma: 0 } });
  return withWorkers(stage, 2, {}, async () => {
    const before = await crowd.askMany(20);
    const sent = await eventually(async () =>
      (await statesOf(before)).every((state) => state === 'running'),
    );
    world.storage.break(outage);
    const during = await crowd.askMany(20);
    await pause(seconds * 1_000);
    const early = (await statesOf([...before, ...during])).filter((state) => state === 'succeeded');
    world.storage.mend();
    const mendedAt = performance.now();
    const tryOns = [...before, ...during];
    await untilQuiet(tryOns, 60_000);
    const after = (performance.now() - mendedAt) / 1_000;
    await world.sandbox.post('/settings', { latency: 'instant' });
    return conclude(stage, `storage ${outage} for ${seconds} s`, tryOns, {
      faults: { outages: 1 },
      figures: { 'all saved after s': after },
      broken: ({ endings }) => [
        !sent && 'not all were sent before',
        early.length > 0 && 'pictures were saved during the outage',
        [...endings.values()].some((state) => state !== 'succeeded') &&
          `they ended as ${[...new Set(endings.values())].join(', ')}`,
      ],
    });
  });
}
