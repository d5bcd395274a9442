import { count } from '#components/merchant/spend/spend-words.ts';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';

const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'USD' });

export const dollars = (micros: number): string => money.format(micros / 1e6);

/** "at most 1,000 a month, 20 a shopper" */
export function capsText({ monthlyTryOns, dailyTryOns, shopperDailyTryOns }: ShopCaps): string {
  const parts = [
    monthlyTryOns !== null && `${count(monthlyTryOns)} a month`,
    dailyTryOns !== null && `${count(dailyTryOns)} a day`,
    shopperDailyTryOns !== null && `${count(shopperDailyTryOns)} a shopper`,
  ].filter(Boolean);
  return parts.length > 0 ? `at most ${parts.join(', ')}` : 'without a cap';
}
