import { expect, type Page } from '@playwright/test';
import { press, type State } from '../state.ts';

async function openFirstCase(page: Page): Promise<void> {
  await page.goto('/admin?cause=blocked');
  await page.getByRole('article').first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
}

const expectDialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();

export const admin: State[] = [
  {
    route: 'admin',
    name: 'the queue, narrowed and with some of it chosen',
    async open(page) {
      await page.goto('/admin?cause=blocked');
      const tick = page.getByRole('checkbox', { name: /^Choose / }).first();
      await tick.check();
      await expect(page.getByRole('button', { name: 'Assign to me' })).toBeVisible();
    },
  },
  {
    route: 'admin',
    name: 'the queue in groups',
    async open(page) {
      await page.goto('/admin?grouped=1');
      await expect(page.getByRole('list', { name: 'Groups of cases' })).toBeVisible();
    },
  },
  {
    route: 'admin',
    name: 'what the keys do',
    async open(page) {
      await page.goto('/admin');
      await press(page, 'Keys');
      await expectDialog(page);
    },
  },
  {
    route: 'admin/cases/[id]',
    name: 'one case',
    open: openFirstCase,
  },
  {
    route: 'admin/cases/[id]',
    name: 'the question before a retry',
    async open(page) {
      await openFirstCase(page);
      await press(page, /^Retry$/);
      await expectDialog(page);
    },
  },
  {
    route: 'admin/cases/[id]',
    name: 'the question why a photo must be seen',
    async open(page) {
      await openFirstCase(page);
      await press(page, /^Show the photo/);
      await expectDialog(page);
    },
  },
];
