import type { RoundReport } from './report.ts';
import { conclude, eventually, type Stage, statesOf, withWorkers } from './round.ts';

/** The provider forgets what it had: those try-ons expire, and none of them goes on for ever. */
export async function pastTheHour(stage: Stage): Promise<RoundReport> {
  const { world, crowd } = stage;
  await world.sandbox.post('/settings', { latency: { mean: 900, sigma: 0 } });
  return withWorkers(stage, 2, {}, async () => {
    const tryOns = await crowd.askMany(20);
    const sent = await eventually(async () =>
      (await statesOf(tryOns)).every((state) => state === 'running'),
    );
    await world.sandbox.passHour();
    await world.sandbox.post('/settings', { latency: 'instant' });
    const report = await conclude(stage, 'past the hour', tryOns, {
      faults: { hours: 1 },
      circumstances: { forgottenAt: world.sandbox.hours, mayFail: false },
      broken: ({ endings }) => [
        !sent && 'not all were sent',
        [...endings.values()].some((state) => state !== 'expired') &&
          `they ended as ${[...new Set(endings.values())].join(', ')}`,
      ],
    });
    return report;
  });
}
