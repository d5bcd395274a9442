import type { CapWarning } from '#lib/domain/shop-caps.ts';

const number = new Intl.NumberFormat('en-GB');
const month = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

export const count = (value: number) => number.format(value);
export const tryOns = (value: number) => `${count(value)} ${value === 1 ? 'try-on' : 'try-ons'}`;

/** "November 2026", from an instant or from "2026-11". */
export const monthText = (start: string) => month.format(new Date(start));

/** "1 December" */
export const dayText = (at: string) => day.format(new Date(at));

/** What stands over every room when a cap comes to its end. */
export function capWarningWords({ cap, percent, used, of }: CapWarning) {
  const whose = cap === 'month' ? 'this month' : 'the last 24 hours';
  return percent === 100
    ? {
        title:
          cap === 'month'
            ? `This month’s ${tryOns(of)} are used up`
            : `The day’s ${tryOns(of)} are used up`,
        text:
          cap === 'month'
            ? 'Shoppers cannot ask for new ones until the month is over, or until an owner raises the cap.'
            : 'Shoppers can ask for new ones as these become a day old, or when an owner raises the cap.',
      }
    : {
        title: `${count(used)} of ${tryOns(of)} of ${whose} are used`,
        text: 'When the rest is used, shoppers cannot ask for new ones.',
      };
}
