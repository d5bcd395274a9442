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
    route: 'admin/operations',
    name: 'how things stand, with the tables, and the question before sending is paused',
    async open(page) {
      await page.goto('/admin/operations?range=7d');
      await page.getByText('How they ended, as a table').click();
      await press(page, 'Pause sending');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    route: 'admin/operations',
    name: 'how things stood over a month',
    async open(page) {
      await page.goto('/admin/operations?range=30d');
      await page.getByText('The times, as a table').click();
      await expect(page.getByRole('img', { name: /^Success rate/ })).toBeVisible();
    },
  },
  {
    route: 'admin/operations/alerts',
    name: 'the alerts, with quiet hours and a field that is wrong',
    async open(page) {
      await page.goto('/admin/operations/alerts');
      await page.getByLabel(/^Slow looks: told above/).fill('soon');
      await page.getByRole('checkbox', { name: /^Quiet hours/ }).check();
      await press(page, 'Save the alerts');
      await expect(page.getByText('Give a number from 1 to 3600.')).toBeVisible();
    },
  },
];
