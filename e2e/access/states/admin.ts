import { expect } from '@playwright/test';
import { answer } from '../../people.ts';
import { go, press, type State } from '../state.ts';

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
  {
    route: 'admin',
    name: 'the count before a bulk retry',
    async open(page) {
      await page.goto('/admin');
      await press(page, 'Retry these');
      await expect(page.getByRole('dialog')).toContainText('can be retried');
    },
  },
  {
    route: 'admin/bulk-retries/[id]',
    name: 'a bulk retry',
    async open(page, person) {
      const { id } = await answer<{ id: string }>(
        await person.request.post('/api/admin/bulk-retries', {
          data: { query: 'cause=blocked', perMinute: 5, alsoMaybePaid: false },
        }),
      );
      await page.goto(`/admin/bulk-retries/${id}`);
      await expect(page.getByRole('progressbar')).toBeVisible();
    },
  },
  { route: 'admin/bulk-retries', name: 'all of them', open: go('/admin/bulk-retries', 'Bulk') },
];
