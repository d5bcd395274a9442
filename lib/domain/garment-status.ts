/** Where a garment stands between its shop's people and shoppers. */
export const garmentStatuses = ['DRAFT', 'ACTIVE', 'ARCHIVED'] as const;
export type GarmentStatus = (typeof garmentStatuses)[number];

/** How good a garment's picture for try-ons is, the worst first. */
export const readinesses = ['NO_PICTURE', 'NOT_READY', 'FAIR', 'READY'] as const;
export type Readiness = (typeof readinesses)[number];
