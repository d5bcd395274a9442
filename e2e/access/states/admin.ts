import { expect, type Page } from '@playwright/test';
import { answer } from '../../people.ts';
import { go, press, type State } from '../state.ts';

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
      const query = 'cause=blocked';
      const { retryable: expected } = await answer<{ retryable: number }>(
        await person.request.get(`/api/admin/bulk-retries/preview?${query}`),
      );
      const { id } = await answer<{ id: string }>(
        await person.request.post('/api/admin/bulk-retries', {
          data: { query, perMinute: 5, alsoMaybePaid: false, expected },
        }),
      );
      await page.goto(`/admin/bulk-retries/${id}`);
      await expect(page.getByRole('progressbar')).toBeVisible();
    },
  },
  { route: 'admin/bulk-retries', name: 'all of them', open: go('/admin/bulk-retries', 'Bulk') },
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
  {
    route: 'admin/classifier',
    name: 'what would be filed, before it is',
    async open(page) {
      await page.goto('/admin/classifier');
      await press(page, 'File other words');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Words').fill('cropped at the shoulders');
      await dialog.getByLabel('Class').selectOption('no_person');
      await press(page, 'Show what changes');
      await expect(dialog.getByRole('button', { name: /to follow/ })).toBeVisible();
    },
  },
  { route: 'admin/people', name: 'the list of people', open: go('/admin/people', 'People') },
  {
    route: 'admin/people/[id]',
    name: 'the question before somebody is suspended',
    async open(page) {
      await page.goto('/admin/people?search=shopper@fittingroom.test');
      await page.getByRole('link', { name: 'Sam Shopper' }).click();
      await press(page, 'Suspend');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { route: 'admin/shops', name: 'the list of shops', open: go('/admin/shops', 'Shops') },
  { route: 'admin/shops/[shop]', name: 'one shop', open: go('/admin/shops/halden', 'Team') },
  {
    route: 'admin/audit',
    name: 'an entry in full',
    async open(page) {
      await page.goto('/admin/audit');
      await page.getByText('Details').first().click();
      await expect(page.getByText('Entry', { exact: true }).first()).toBeVisible();
    },
  },
  {
    route: 'admin/audit',
    name: 'no entry that fits',
    open: go('/admin/audit?id=nothing', 'Audit log'),
  },
  { route: 'admin/settings', name: 'the settings', open: go('/admin/settings', 'Consent text') },
];
