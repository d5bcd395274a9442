import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { db } from './db.ts';
import { measuredLatency } from './latency.ts';
import { toTryOnView, type ViewContext } from './repositories/own-try-ons.ts';
import { countQueuedBefore, countQueuedBeforeEach } from './repositories/try-on-figures.ts';
import { currentSettings } from './settings.ts';

const context: ViewContext = {
  async expected(category) {
    const { wholeMedianSeconds, measured } = await measuredLatency(category);
    return { medianSeconds: Math.round(wholeMedianSeconds * 10) / 10, measured };
  },
  ahead: (row) => countQueuedBefore(db(), row),
  retention: async () => (await currentSettings()).retention,
};

export const viewOf = (row: Parameters<typeof toTryOnView>[0]): Promise<TryOnView> =>
  toTryOnView(row, context);

/** Of many: what is before each of them in the queue is counted once for all. */
export async function viewsOf(
  rows: readonly Parameters<typeof toTryOnView>[0][],
): Promise<TryOnView[]> {
  const queued = rows.filter(({ state }) => state === 'queued').map(({ id }) => id);
  const before = await countQueuedBeforeEach(db(), queued);
  const ofAll = { ...context, ahead: async ({ id }: { id: string }) => before.get(id) ?? 0 };
  return Promise.all(rows.map((row) => toTryOnView(row, ofAll)));
}
