import type { ShopCaps } from '#lib/domain/shop-caps.ts';

/** Each cap, and what happens when it is reached. */
export const capWords: readonly { name: keyof ShopCaps; label: string; hint: string }[] = [
  {
    name: 'monthlyTryOns',
    label: 'In a month',
    hint: 'All shoppers together. When it is reached, nobody can ask for a new try-on until the 1st of the next month. Looks stay, and everything else in the shop goes on.',
  },
  {
    name: 'dailyTryOns',
    label: 'In a day',
    hint: 'All shoppers together, in any 24 hours. It keeps one busy day from using up the month.',
  },
  {
    name: 'shopperDailyTryOns',
    label: 'For one shopper in a day',
    hint: 'In any 24 hours; shoppers read how many they have left. Guests and accounts have an allowance in all shops together, whatever stands here. Your own team is not held to it.',
  },
];
