// Every bench, and which rows of the targets it has figures for.
import { benchCatalog } from './catalog.ts';
import { benchClick } from './click.ts';
import { benchFigures } from './figures.ts';
import { benchGarments } from './garments.ts';
import { benchGrowth, benchGrowthFull } from './growth.ts';
import { benchNodes } from './nodes.ts';
import { benchOtherPages, benchPages } from './pages.ts';
import { benchPolls } from './poll-schedule.ts';
import type { Bench, TargetRow } from './report.ts';
import { benchReview } from './review.ts';
import { benchSoak } from './soak.ts';
import { benchStatus } from './status.ts';
import { benchThroughput } from './throughput.ts';
import { benchTightBudget } from './tight-budget.ts';
import { benchUploads } from './uploads.ts';
import { benchWaiters } from './waiters.ts';
import { benchWaiting } from './waiting.ts';

/** In the order in which they run. Those without a row are measured when they are asked for by name. */
export const benches: Record<string, { rows: TargetRow[]; measure: Bench }> = {
  polls: { rows: ['P2'], measure: benchPolls },
  status: { rows: ['P4'], measure: benchStatus },
  waiters: { rows: ['P5'], measure: benchWaiters },
  waiting: { rows: ['P1', 'P2'], measure: benchWaiting },
  tight: { rows: ['P2'], measure: benchTightBudget },
  click: { rows: ['P3'], measure: benchClick },
  throughput: { rows: ['P6'], measure: benchThroughput },
  uploads: { rows: ['P7'], measure: benchUploads },
  garments: { rows: ['P8'], measure: benchGarments },
  pages: { rows: ['P9'], measure: benchPages },
  growth: { rows: ['P10'], measure: benchGrowth },
  'other-pages': { rows: [], measure: benchOtherPages },
  'growth-full': { rows: [], measure: benchGrowthFull },
  soak: { rows: [], measure: benchSoak },
  nodes: { rows: [], measure: benchNodes },
  catalog: { rows: [], measure: benchCatalog },
  figures: { rows: [], measure: benchFigures },
  review: { rows: [], measure: benchReview },
};
