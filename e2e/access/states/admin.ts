import { expect } from '@playwright/test';
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
