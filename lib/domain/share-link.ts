/** How long a look may be shared, in days. */
export const shareDays = [1, 7, 30] as const;
export type ShareDays = (typeof shareDays)[number];

/** So many links of one person may lead somewhere at a time. */
export const MAX_SHARE_LINKS = 50;
