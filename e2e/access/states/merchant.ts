import { expect } from '@playwright/test';
import { go, press, type State } from '../state.ts';

export const merchant: State[] = [
  {
    route: 'merchant',
    name: 'the shop’s garments',
    async open(page) {
      await page.goto('/merchant');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
    },
  },
  {
    route: 'merchant/garments/new',
    name: 'a garment without a title',
    async open(page) {
      await page.goto('/merchant/garments/new');
      await press(page, 'Save as draft');
      await expect(page.getByLabel('Title')).toBeFocused();
    },
  },
  {
    route: 'merchant/garments/[id]',
    name: 'a garment that is in the shop',
    async open(page) {
      await page.goto('/merchant');
      await page.getByRole('row').nth(1).getByRole('link').click();
      await expect(page.getByLabel('Title')).toBeVisible();
    },
  },
  {
    route: 'merchant/orders',
    name: 'what shoppers asked for',
    open: go('/merchant/orders', 'Order requests'),
  },
];
