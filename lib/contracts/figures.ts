import { z } from 'zod';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { type Day, isDay, type Period } from '#lib/domain/figure-days.ts';
import { browserSteps, type Counts } from '#lib/domain/figures.ts';
import { type ArmCounts, HOLD_OUT_MOST, type HoldOutArm } from '#lib/domain/hold-out.ts';

/** `POST /api/visits`: how far somebody has come with a garment; the answer has no body. */
export const visitBody = z.strictObject({
  garment: z.string().min(1).max(120),
  step: z.enum(browserSteps),
});
export type VisitBody = z.infer<typeof visitBody>;

export const shopParams = z.strictObject({ shop: z.string().max(80) });

/** `GET /api/merchant/{shop}/figures/export`: the parameters of the page, with the period spelled out. */
export const figuresExportQuery = z.object({
  from: z.string().refine(isDay, 'Give a day, like 2026-11-28.'),
  to: z.string().refine(isDay, 'Give a day, like 2026-11-28.'),
  category: z.string().optional(),
  garment: z.string().optional(),
});

/** `PUT /api/merchant/{shop}/hold-out`: 0 ends it, any other share than the running one begins anew. */
export const holdOutBody = z.strictObject({ percent: z.int().min(0).max(HOLD_OUT_MOST) });

export interface HoldOutView {
  id: string;
  percent: number;
  startedAt: string;
  endedAt: string | null;
  arms: Record<HoldOutArm, ArmCounts>;
}

/** What came of one garment. */
export interface GarmentFigures extends Counts {
  id: string;
  title: string;
  colour: string;
}

/** A shop's figures over a period; sums only, of which nobody is to be told from. */
export interface Figures {
  period: Period;
  /** The first day that anything was counted of this shop; null while nothing was. */
  since: Day | null;
  sum: Counts;
  /** All days of the period, also those of nothing. */
  days: (Counts & { day: Day })[];
  garments: GarmentFigures[];
  /** How many garments have figures in the period; `garments` are the first of them. */
  garmentCount: number;
  /** The one that is asked about. */
  garment: { id: string; title: string; colour: string; category: GarmentCategory | null } | null;
  /** The latest first. */
  holdOuts: HoldOutView[];
}
