/**
 * The hold-out: a share of a shop's visitors does not see "Try it on", and what the others do beyond
 * them is what the fitting room brings. Who is drawn depends on nothing but chance, and stays drawn.
 */
export const holdOutArms = ['shown', 'hidden'] as const;
export type HoldOutArm = (typeof holdOutArms)[number];

/** Percent of the visitors who do not see it; none ends the experiment. */
export const HOLD_OUT_MOST = 50;
export const holdOutShares = [5, 10, 20, 30, 50] as const;

/** @param draw from 0 to below 1, the visitor's own of this experiment. */
export const armOf = (draw: number, percent: number): HoldOutArm =>
  draw < percent / 100 ? 'hidden' : 'shown';

export interface ArmCounts {
  /** Who looked at a garment that can be tried on. */
  visitors: number;
  /** Of them, who put anything of the shop into the bag. */
  bagged: number;
  /** Of them, who asked for an order or went on to the shop's checkout. */
  ordered: number;
}
