import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { hydrated } from '../../garment-page.ts';
import { answer, Person } from '../../people.ts';
import { shopifyCatalog, uploadCatalog } from '../../testing/catalogs.ts';
import { garmentPicture } from '../../testing/pictures.ts';
import { button, go, press, type State } from '../state.ts';

/** @returns the address of its editor. */
async function makeDraft({ request }: Person) {
  const id = randomUUID();
  const data = { id, title: 'A draft', category: 'DRESS', price: '10' };
  await request.post('/api/merchant/halden/garments', { data });
  return `/merchant/halden/garments/${id}`;
}

/** @returns the address of a run that is paused. */
async function beginRun({ request }: Person) {
  const garment = await request.post('/api/merchant/halden/garments', {
    data: { id: randomUUID(), title: 'A tee for a run', category: 'UPPER_BODY', price: '10' },
  });
  const { id } = (await garment.json()) as { id: string };
  await request.post(`/api/merchant/halden/garments/${id}/images`, {
    multipart: { file: await garmentPicture() },
  });
  const run = await request.post('/api/merchant/halden/on-models', {
    data: { garments: { ids: [id] }, models: ['noor'], show: false, expected: 1 },
  });
  const { id: runId } = (await run.json()) as { id: string };
  await request.post(`/api/merchant/halden/on-models/${runId}/pause`);
  return `/merchant/halden/on-models/${runId}`;
}

export const merchant: State[] = [
  {
    route: 'merchant',
    name: 'the way in',
    async open(page) {
      await page.goto('/merchant');
      await expect(page).toHaveURL(/\/merchant\/halden$/);
      await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
    },
  },
  {
    route: 'merchant/new',
    name: 'a shop without a name',
    async open(page) {
      await page.goto('/merchant/new');
      await press(page, 'Open the shop');
      await expect(page.getByText('Give the shop a name.')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]',
    name: 'a shop that sells',
    open: go('/merchant/halden', 'Overview'),
  },
  {
    route: 'merchant/[shop]',
    name: 'a shop that has just been opened',
    async open(page, { request }) {
      const slug = `shop-${randomUUID()}`.slice(0, 40).replace(/-$/, '');
      const data = { name: 'A new shop', slug, currency: 'EUR', tagline: '' };
      await answer(await request.post('/api/merchant', { data }));
      await go(`/merchant/${slug}`, 'First steps')(page);
    },
  },
  {
    route: 'merchant/[shop]/settings',
    name: 'settings with an address that is none',
    async open(page) {
      await page.goto('/merchant/halden/settings');
      await hydrated(button(page, 'Save the settings'));
      await page.getByLabel('Address of your checkout').fill('shop.example');
      await press(page, 'Save the settings');
      await expect(page.getByText(/^Give an https address/)).toBeVisible();
    },
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
      await press(page, 'Publish');
      await expect(page.getByLabel('Title')).toBeFocused();
    },
  },
  {
    route: 'merchant/[shop]/garments/[id]',
    name: 'a garment that is in the shop',
    async open(page) {
      await page.goto('/merchant/halden/garments');
      await page.getByRole('row').nth(1).getByRole('link').click();
      await expect(page.getByLabel('Title')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/garments/[id]',
    name: 'a draft in which a good deal is wrong',
    async open(page, person) {
      await page.goto(await makeDraft(person));
      await press(page, 'Add the sizes XS–XL');
      await page.getByLabel('Stock of M').fill('many');
      await press(page, 'Begin a size chart');
      await page.getByLabel('Bust (cm) of XS', { exact: true }).fill('wide');
      await page.getByLabel('Price', { exact: true }).fill('dear');
      await expect(page.getByText(/^Saved, but not Price/)).toBeVisible();
      await expect(page.getByText('Give whole pieces.')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/garments/[id]/preview',
    name: 'a draft as shoppers would see it',
    async open(page, person) {
      await page.goto(`${await makeDraft(person)}/preview`);
      await expect(page.getByRole('heading', { name: 'A draft' })).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/import/[id]',
    name: 'a preview with something of everything',
    async open(page, person) {
      await page.goto(await uploadCatalog(person, shopifyCatalog('access')));
      await press(page, /^Errors/);
      await page.getByRole('list', { name: 'Garments: Errors' }).locator('summary').first().click();
      await expect(page.getByText('column “Variant Price”').first()).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/import/[id]',
    name: 'a file with columns of the shop’s own',
    async open(page, person) {
      await page.goto(await uploadCatalog(person, 'Wie es heißt,Was es kostet\nHemd,79.50\n'));
      await expect(page.getByLabel('What “Wie es heißt” is about')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/import',
    name: 'imports, and the way in and out',
    open: go('/merchant/halden/import', 'Import and export'),
  },
  {
    route: 'merchant/[shop]/on-models',
    name: 'what a run on house models would come to',
    async open(page) {
      await page.goto('/merchant/halden/on-models');
      await expect(page.getByText('To be made')).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/on-models/[id]',
    name: 'a run on house models that is paused',
    async open(page, person) {
      await page.goto(await beginRun(person));
      await expect(page.getByRole('heading', { name: '1 picture on models' })).toBeVisible();
    },
  },
  {
    route: 'merchant/[shop]/figures',
    name: 'figures, with the days as a table, and an experiment to begin',
    async open(page) {
      const browser = page.context().browser();
      const shopper = await browser?.newContext({ baseURL: new URL(page.url()).origin });
      if (!shopper) throw new Error('There is no browser.');
      await new Person(shopper.request).becomeGuest();
      const data = { garment: 'boxy-tee-white', size: 'M', quantity: 1 };
      expect((await shopper.request.post('/api/bag/lines', { data })).ok()).toBe(true);
      await shopper.close();
      await go('/merchant/halden/figures', 'Figures')(page);
      await page.getByText('The same as a table').click();
    },
  },
  {
    route: 'merchant/[shop]/orders',
    name: 'what shoppers asked for',
    open: go('/merchant/halden/orders', 'Order requests'),
  },
  {
    route: 'merchant/[shop]/spend',
    name: 'quotas and spend, with a cap that is none',
    async open(page) {
      await page.goto('/merchant/halden/spend');
      await page.getByText('The days as a table').click();
      await page.getByLabel('In a day', { exact: true }).fill('many');
      await press(page, 'Set the caps');
      await expect(page.getByText(/^Write a whole number/)).toBeVisible();
    },
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
