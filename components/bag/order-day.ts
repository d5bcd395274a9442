/** One time zone for server and browser, or the two would print different days. */
export const orderDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
