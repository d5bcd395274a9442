import { z } from 'zod';
import type { FirstStep, GarmentCount } from '#lib/domain/first-steps.ts';
import type { ActivityItem } from './activity.ts';
import type { ImportRun } from './import.ts';

/** `PUT /api/merchant/{shop}/guide`: puts the guide of first steps away, or takes it out again. */
export const guideBody = z.strictObject({ hidden: z.boolean() });

export interface Guide {
  steps: FirstStep[];
  /** A draft whose picture is fit, or any other draft: to be published next. */
  draft: { id: string; title: string } | null;
  /** A garment in the shop that can be tried on. */
  toTryOn: { slug: string; title: string } | null;
}

/** What a shop's people see first. */
export interface ShopHome {
  /** Null when it was put away. */
  guide: Guide | null;
  garments: GarmentCount[];
  /** This month, of the cap. */
  tryOns: { used: number; cap: number | null; until: string };
  /** This month. */
  orders: number;
  /** Those that work or wait for somebody. */
  imports: ImportRun[];
  activity: ActivityItem[];
}
