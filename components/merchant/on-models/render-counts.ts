import type { RenderCounts } from '#lib/domain/render-run.ts';

export const countAll = (counts: RenderCounts): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
