import 'server-only';
import { garmentCategories } from '#lib/domain/category.ts';
import { estimateSeconds } from '#lib/domain/render-run.ts';
import { PRICE_USD } from '#lib/domain/try-on-steps.ts';
import { db } from '#lib/server/db.ts';
import { measuredLatency } from '#lib/server/latency.ts';
import { callsPerMinute } from '#lib/server/provider.ts';
import { recentCostMicros } from '#lib/server/repositories/try-on-figures.ts';
import { callsPerSend } from './claim-sends.ts';

const SAMPLE = 200;
/** Putting it away, and noticing that it is done. */
const AROUND_SECONDS = 1.5;

/** Of one picture, from our own last ones; what the provider publishes, before there are any. */
export async function estimateOne() {
  const [cost, ...latencies] = await Promise.all([
    recentCostMicros(db(), SAMPLE),
    ...garmentCategories.map(measuredLatency),
  ]);
  const medians = latencies.map(({ providerMedianSeconds }) => providerMedianSeconds);
  const seconds = medians.reduce((sum, one) => sum + one, 0) / medians.length + AROUND_SECONDS;
  return { seconds, costMicros: cost ?? Math.round(PRICE_USD * 1e6), measured: cost !== null };
}

/** Of so many of them, when nobody else asks for any. */
export const secondsFor = (pictures: number, { seconds }: { seconds: number }): number =>
  estimateSeconds(pictures, {
    secondsEach: seconds,
    callsPerMinute: callsPerMinute(),
    callsPerSend: callsPerSend(),
  });
