import { dailyAllowance } from '#lib/domain/allowance.ts';

/** How many try-ons are left, and what to do when none is. */
export const allowanceWords = {
  left: (left: number, aDay: number) => `${left} of ${aDay} try-ons left today`,
  usedUp: (aDay: number) => `Today’s ${aDay} try-ons are used up`,
  createAccount: 'Create an account',
  signIn: 'Sign in',
} as const;

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "You can go on tomorrow at 09:40." In the reader's own time zone. */
export function goOnText(againAt: Date, isGuest: boolean, now: Date): string {
  const day = againAt.toDateString() === now.toDateString() ? 'today' : 'tomorrow';
  const when = `You can go on ${day} at ${clock.format(againAt)}`;
  return isGuest
    ? `${when}, or now with an account: it has ${dailyAllowance.account} a day.`
    : `${when}.`;
}
