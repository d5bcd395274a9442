import 'server-only';
import type { WarnAt } from '#lib/domain/shop-caps.ts';

interface CapNotice {
  shop: string;
  /** "2026-11" */
  month: string;
  percent: WarnAt;
  used: number;
  cap: number;
  /** The room where caps are changed. */
  room: string;
}

const number = new Intl.NumberFormat('en-GB');
const monthOfYear = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const dayOfMonth = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** The mail to an owner when so much of the month's try-ons is used. */
export function capNoticeMail({ shop, month, percent, used, cap, room }: CapNotice) {
  const start = new Date(`${month}-01T00:00:00Z`);
  const named = monthOfYear.format(start);
  const again = dayOfMonth.format(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1));
  const count = `${number.format(used)} of ${number.format(cap)}`;
  const [subject, now] =
    percent === 100
      ? [
          `${shop}: the try-ons of ${named} are used up`,
          `Until ${again} (UTC) shoppers cannot ask for new ones. Looks that were made stay where they are.`,
        ]
      : [
          `${shop}: ${percent} % of the try-ons of ${named} are used`,
          `When the cap is reached, shoppers cannot ask for new ones until ${again} (UTC).`,
        ];
  return {
    subject,
    text: `${shop} has used ${count} try-ons of ${named}.\n\n${now} An owner can change the cap here:\n${room}\n\nThis mail comes once at 80 % and once at 100 % of a month’s cap.\n`,
  };
}
