import { expect } from '@playwright/test';
import { press, type State } from '../state.ts';

export const admin: State[] = [
  {
    route: 'admin',
    name: 'the review list',
    async open(page) {
      await page.goto('/admin');
      await expect(page.getByRole('article').first()).toBeVisible();
    },
  },
  {
    route: 'admin',
    name: 'the question before a retry',
    async open(page) {
      await page.goto('/admin');
      await press(page, /^Retry$/);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    route: 'admin',
    name: 'the question before sending is paused',
    async open(page) {
      await page.goto('/admin');
      await press(page, 'Pause sending');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];
