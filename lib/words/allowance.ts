import type { AllowanceLeft } from '#lib/domain/allowance.ts';

/** How many try-ons are left, and what to do when none is. */
export const allowanceWords = {
  left: (left: number, aDay: number) => `${left} of ${aDay} try-ons left today`,
  leftInShop: (left: number, aDay: number) => `${left} of ${aDay} try-ons left today in this shop`,
  createAccount: 'Create an account',
  signIn: 'Sign in',
  otherShops: 'See all garments',
} as const;

/** Whose try-ons are used up, as a title. */
export function usedUpText(allowance: WithoutTime): string {
  switch (allowance.of) {
    case 'person':
      return `Today’s ${allowance.aDay} try-ons are used up`;
    case 'shopper':
      return allowance.aDay === 1
        ? 'Today’s try-on in this shop is used up'
        : `Today’s ${allowance.aDay} try-ons in this shop are used up`;
    case 'shop-day':
      return 'This shop has given out all its try-ons for today';
    case 'shop-month':
      return 'This shop has given out all its try-ons for this month';
  }
}

type WithoutTime = { of: 'person' | 'shopper'; aDay: number } | { of: 'shop-day' | 'shop-month' };

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

/**
 * "You can go on tomorrow at 09:40." In the reader's own time zone. An account has more a day than a
 * guest, but no more than anybody else in a shop.
 */
export function goOnText(
  againAt: Date,
  { of, isGuest }: { of: AllowanceLeft['of']; isGuest: boolean },
  now: Date,
): string {
  const when = `You can go on ${timeText(againAt, now)}`;
  if (of !== 'person') return `${when}, and in other shops now.`;
  return isGuest ? `${when}, or now with an account, which has more a day.` : `${when}.`;
}

function timeText(then: Date, now: Date): string {
  const time = clock.format(then);
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  if (then.toDateString() === now.toDateString()) return `today at ${time}`;
  if (then.toDateString() === tomorrow.toDateString()) return `tomorrow at ${time}`;
  return `from ${date.format(then)}, ${time}`;
}
