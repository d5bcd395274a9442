import type { GarmentStatus, Readiness } from './garment-status.ts';

/**
 * The way from an empty shop to a garment that somebody has tried on. Each step is done by what is
 * there, never because somebody pressed a button: it can be gone in any order, by anybody of the shop,
 * and by files as well as by hand.
 */
export const firstStepNames = ['garments', 'pictures', 'publish', 'try-on'] as const;
export type FirstStepName = (typeof firstStepNames)[number];

export interface FirstStep {
  name: FirstStepName;
  done: boolean;
}

/** How many garments of one kind there are, or some of them: several of a kind add up. */
export interface GarmentCount {
  status: GarmentStatus;
  readiness: Readiness;
  /** Whether it is a thing that somebody can try on at all. */
  forTryOns: boolean;
  count: number;
}

export interface FirstStepFacts {
  garments: readonly GarmentCount[];
  /** There is a look with one of its garments: by one of its people, or of the shop's own. */
  triedOn: boolean;
}

export const countGarments = (
  garments: readonly GarmentCount[],
  which: (one: GarmentCount) => boolean,
): number => garments.filter(which).reduce((sum, { count }) => sum + count, 0);

/** Somebody could try it on, today or once it is published: its picture matters. */
export const isForTryOns = ({ forTryOns, status }: GarmentCount): boolean =>
  forTryOns && status !== 'ARCHIVED';

/** Fit to be sent: it works, if not always at its best. */
export const isFit = (readiness: Readiness): boolean =>
  readiness === 'READY' || readiness === 'FAIR';

export function firstSteps({ garments, triedOn }: FirstStepFacts): FirstStep[] {
  const some = (which: (one: GarmentCount) => boolean) => countGarments(garments, which) > 0;
  const fit = (one: GarmentCount) => one.forTryOns && isFit(one.readiness);
  const done: Record<FirstStepName, boolean> = {
    garments: some(() => true),
    pictures: some(fit),
    publish: some((one) => one.forTryOns && one.status === 'ACTIVE'),
    'try-on': triedOn,
  };
  return firstStepNames.map((name) => ({ name, done: done[name] }));
}
