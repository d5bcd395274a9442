import { expect } from '@playwright/test';
import { go, press, type State } from '../state.ts';

export const merchant: State[] = [
  {
    route: 'merchant',
    name: 'the way in',
    async open(page) {
      await page.goto('/merchant');
      await expect(page).toHaveURL(/\/merchant\/halden\/garments$/);
      await expect(page.getByRole('heading', { name: 'Garments', level: 1 })).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]',
    name: 'the way into one shop',
    open: go('/merchant/halden', 'Garments'),
  },
  {
    route: 'merchant/[shop]/garments',
    name: 'the shop’s garments',
    async open(page) {
      await page.goto('/merchant/halden/garments');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/garments/new',
    name: 'a garment without a title',
    async open(page) {
      await page.goto('/merchant/halden/garments/new');
      await press(page, 'Save as draft');
      await expect(page.getByLabel('Title')).toBeFocused();
    },
  },
  {
    route: 'merchant/[shop]/garments/[id]',
    name: 'a garment that is in the shop',
    async open(page) {
      await page.goto('/merchant');
      await page.getByRole('row').nth(1).getByRole('link').click();
      await expect(page.getByLabel('Title')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/orders',
    name: 'what shoppers asked for',
    open: go('/merchant/halden/orders', 'Order requests'),
  },
  {
    route: 'merchant/[shop]/team',
    name: 'the team, and a new invitation',
    async open(page) {
      await page.goto('/merchant/halden/team');
      await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
      await page.getByLabel('Email address of their account').fill('ana@fittingroom.test');
      await press(page, 'Make an invitation');
      await expect(page.getByText('Send this link to ana@fittingroom.test')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/activity',
    name: 'who changed what',
    open: go('/merchant/halden/activity', 'Activity'),
  },
  {
    route: 'join/[token]',
    name: 'an invitation that is over',
    open: go('/join/used-up', 'Invitation'),
  },
];
