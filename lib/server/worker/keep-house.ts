import 'server-only';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { takeTurn } from '#lib/server/repositories/turns.ts';
import { keepToRetention } from '#lib/server/use-cases/keep-to-retention.ts';
import { sweepAccountTokens } from '#lib/server/use-cases/sweep-account-tokens.ts';
import { sweepLeftOvers } from '#lib/server/use-cases/sweep-left-overs.ts';
import { sweepMedia } from '#lib/server/use-cases/sweep-media.ts';
import { sweepRemovedPictures } from '#lib/server/use-cases/sweep-removed-pictures.ts';
import { sweepVisits } from '#lib/server/use-cases/sweep-visits.ts';

const HOUR_MS = 60 * 60_000;

/** What all processes together do once in so long, in this order. */
const turns: { work: string; everyMs: number; run: (now: Date) => Promise<unknown> }[] = [
  { work: 'removed-pictures', everyMs: HOUR_MS, run: sweepRemovedPictures },
  { work: 'visits', everyMs: HOUR_MS, run: sweepVisits },
  { work: 'account-tokens', everyMs: HOUR_MS, run: sweepAccountTokens },
  { work: 'retention', everyMs: HOUR_MS, run: keepToRetention },
  { work: 'left-overs', everyMs: 24 * HOUR_MS, run: (now) => sweepLeftOvers({}, now) },
];

/**
 * What has to go goes: by every worker, and by the scheduler's call where there is none. One kind that
 * fails keeps no other from its turn.
 */
export async function keepHouse(now = new Date()): Promise<void> {
  for (const { work, everyMs, run } of turns) {
    try {
      if (await takeTurn(db(), work, everyMs, now)) await run(now);
    } catch (error) {
      log.warn({ work, error: error instanceof Error ? error.name : 'unknown' }, 'chore failed');
    }
  }
  await sweepMedia(now);
}
