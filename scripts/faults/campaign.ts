import { disconnect } from '#lib/server/db.ts';
import { everyAnswer } from './answers.ts';
import { burst } from './burst.ts';
import { Crowd } from './crowd.ts';
import { pastTheHour } from './hour.ts';
import { keepLeaseBook } from './lease-book.ts';
import { lostAnswers, sameKey } from './one-post.ts';
import { ProviderBook } from './provider-book.ts';
import type { RoundReport } from './report.ts';
import type { Stage } from './round.ts';
import { stopUnderLoad } from './stop.ts';
import { storageOutage } from './storage-outage.ts';
import { storm } from './storm.ts';
import { takeOver } from './takeover.ts';
import { manyViewers } from './viewers.ts';
import type { World } from './world.ts';

export interface CampaignOptions {
  /** The form for `npm test`: every crash point, a minute at the most. */
  short: boolean;
  kills: number;
  /** Names of rounds; all without it. */
  only?: string[];
  leaseSeconds: number;
  outageSeconds: number;
  /** Try-ons at once, and calls a minute. */
  burst: { size: number; rpm: number };
  onRound(name: string, round: RoundReport): void;
}

/**
 * The rounds in their order. Those that put the provider's clock forward come last, and of them the
 * one whose answers name times first: after an hour, "come back in 20 seconds" would be an hour away.
 */
function roundsOf(stage: Stage, options: CampaignOptions) {
  const { short, kills, leaseSeconds, outageSeconds } = options;
  const always = {
    storm: () =>
      storm(stage, {
        kills,
        workers: short ? 3 : 4,
        waiting: short ? 15 : 40,
        restartEveryMs: short ? { from: 6_000, to: 9_000 } : { from: 5_000, to: 10_000 },
        spoilt: 0.03,
        refusing: !short,
        patienceMs: leaseSeconds * 1_000 + 60_000,
        withinMs: short ? 30_000 : null,
      }),
    key: () => sameKey(stage),
    stop: () => stopUnderLoad(stage, short ? 1 : 5),
  };
  if (short) return always;
  return {
    ...always,
    takeover: () => takeOver(stage, 3, leaseSeconds),
    lost: () => lostAnswers(stage),
    storage: () => storageOutage(stage, 'refusing', outageSeconds),
    absent: () => storageOutage(stage, 'absent', Math.min(20, outageSeconds)),
    viewers: () => manyViewers(stage),
    burst: () => burst(stage, options.burst.size, options.burst.rpm),
    answers: () => everyAnswer(stage),
    hour: () => pastTheHour(stage),
  };
}

export async function runCampaign(world: World, options: CampaignOptions): Promise<void> {
  world.life.cleanUp(disconnect);
  await keepLeaseBook();
  await world.fleet.prime();
  const crowd = new Crowd();
  await crowd.prepare();
  const stage = { world, crowd, book: new ProviderBook(world) };
  for (const [name, round] of Object.entries(roundsOf(stage, options))) {
    if (!options.only || options.only.includes(name)) {
      options.onRound(name, await round());
    }
  }
}
