/** On photos and looks: apart from the words about privacy, which are many and on few pages. */

/** One zone for server and browser, or the two would render different days around midnight. */
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "Kept until 28 December"; with the year where it is not this one. */
export function keptUntilWords(keptUntil: string, now = new Date()): string {
  const end = new Date(keptUntil);
  const words = end.getUTCFullYear() === now.getUTCFullYear() ? day : dayAndYear;
  return `Kept until ${words.format(end)}`;
}
