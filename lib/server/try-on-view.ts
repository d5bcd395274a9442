import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { measuredLatency } from './latency.ts';
import { toTryOnView, type ViewContext } from './repositories/own-try-ons.ts';
import { currentSettings } from './settings.ts';

const context: ViewContext = {
  async expected(category) {
    const { wholeMedianSeconds, measured } = await measuredLatency(category);
    return { medianSeconds: Math.round(wholeMedianSeconds * 10) / 10, measured };
  },
  retention: async () => (await currentSettings()).retention,
};

export const viewOf = (row: Parameters<typeof toTryOnView>[0]): Promise<TryOnView> =>
  toTryOnView(row, context);

export const viewsOf = (rows: readonly Parameters<typeof toTryOnView>[0][]): Promise<TryOnView[]> =>
  Promise.all(rows.map(viewOf));
