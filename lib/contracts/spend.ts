import { z } from 'zod';
import { capRange, type ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Amounts, DaySpend, MonthSpend, Projection } from '#lib/domain/spend.ts';

const number = new Intl.NumberFormat('en-GB');
const WRONG = `Write a whole number from ${capRange.min} to ${number.format(capRange.max)}, or nothing for no cap.`;

const cap = z.int(WRONG).min(capRange.min, WRONG).max(capRange.max, WRONG).nullable();

/** `PUT /api/merchant/{shop}/caps`: all three, null for no cap. */
export const capsBody = z.strictObject({
  monthlyTryOns: cap,
  dailyTryOns: cap,
  shopperDailyTryOns: cap,
});

/** What the room for quotas and spend shows. */
export interface SpendView {
  caps: ShopCaps;
  /** The calendar month in UTC; `end` is the first moment of the next. ISO 8601. */
  month: { start: string; end: string };
  /** Try-ons that count towards the caps: this month, and in the last 24 hours. */
  used: { month: number; day: number };
  /** This month. */
  soFar: Amounts;
  /** Of this month up to today. */
  days: DaySpend[];
  /** Those before this one, the latest first. */
  months: MonthSpend[];
  projection: Projection | null;
  /** The provider is the sandbox: nothing was paid. */
  simulated: boolean;
}
