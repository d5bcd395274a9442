// One zone for server and browser, or the two would render different days around midnight.
const day = new Intl.DateTimeFormat('en-IE', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "3 Nov" */
export const lookDay = (instant: string): string => day.format(new Date(instant));
