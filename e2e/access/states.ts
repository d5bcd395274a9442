import { expect, type Page } from '@playwright/test';
import { tryOnProblemWords } from '#lib/words/try-on-problems.ts';
import { GarmentPage, hydrated, tee } from '../garment-page.ts';
import { demoAccount, type Person } from '../people.ts';
import { seeds } from '../sandbox.ts';

/** A page in a state that people meet, and the way there. */
export interface State {
  /** The folder of its page, as `pageRoutes` names it; `null` for what no page is. */
  route: string | null;
  name: string;
  open: (page: Page, person: Person) => Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

async function press(page: Page, name: string | RegExp): Promise<void> {
  await hydrated(button(page, name));
  await button(page, name).click();
}

const go =
  (path: string, heading: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
  };

const garmentPath = `/garments/${tee.slug}`;

async function enterRoom(page: Page): Promise<GarmentPage> {
  const garment = new GarmentPage(page);
  await garment.open();
  await garment.enterRoom();
  return garment;
}

const visitor: State[] = [
  { route: '', name: 'the home page', open: go('/', 'See it on yourself') },
  {
    route: '',
    name: 'the home page with its menu open',
    async open(page) {
      await go('/', 'See it on yourself')(page);
      await press(page, 'Menu and account');
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  { route: 'garments', name: 'the garments', open: go('/garments', 'Garments') },
  {
    route: 'garments',
    name: 'the filters',
    async open(page) {
      await page.goto('/garments?q=dress&colour=red&size=M');
      await button(page, 'Filters').click();
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    },
  },
  {
    route: 'garments',
    name: 'a search without a result',
    open: go('/garments?q=xylophone', /Garments|Nothing/),
  },
  { route: 'garments/[slug]', name: 'a garment', open: go(garmentPath, tee.title) },
  {
    route: 'garments/[slug]',
    name: 'a garment’s picture, zoomed',
    async open(page) {
      await page.goto(garmentPath);
      await press(page, /^Zoom$/);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'the fitting room, asked before anybody is chosen',
    async open(page) {
      const room = await enterRoom(page);
      await room.ask.click();
      await expect(page.getByRole('alert').filter({ hasText: 'Choose' })).toBeVisible();
    },
  },
  { route: 'looks', name: 'no looks yet', open: go('/looks', 'My looks') },
  {
    route: 'sign-in',
    name: 'a sign-in that failed',
    async open(page) {
      await page.goto('/sign-in');
      await hydrated(button(page, 'Sign in'));
      await page.getByLabel('Email').fill(demoAccount('SHOPPER').email);
      await page.getByLabel('Password').fill('not-the-password');
      await button(page, 'Sign in').click();
      await expect(page.getByRole('alert').filter({ hasText: 'do not belong' })).toBeVisible();
    },
  },
  {
    route: 'sign-up',
    name: 'an account without what it needs',
    async open(page) {
      await page.goto('/sign-up');
      await press(page, 'Create account');
      await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
    },
  },
  { route: null, name: 'a page that is not there', open: go('/nothing-here', /./) },
];

const shopper: State[] = [
  {
    route: 'looks',
    name: 'looks: one made, one blocked, one in the making, one about to be deleted',
    async open(page, person) {
      await person.ended(await person.submitOnModel());
      await person.ended(await person.submitOnPhoto(seeds.blocked));
      await person.submitOnModel(seeds.verySlow);
      await page.goto('/looks');
      await expect(page.getByRole('article')).toHaveCount(3);
      await expect(page.getByRole('img', { name: 'Your photo 1' })).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'the question before a look is deleted',
    async open(page) {
      await page.goto('/looks');
      await press(page, `Delete ${tee.title}`);
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    route: 'looks',
    name: 'the tray of what is in the making',
    async open(page) {
      await page.goto('/looks');
      await press(page, '1 look in the making');
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a try-on in the making',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const running = (await person.tryOns()).find(({ state }) => state === 'running');
      if (!running) throw new Error('Nothing is in the making.');
      await garment.openTryOn(running);
      await garment.expectStage('Making your picture');
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a look, before and after',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const made = (await person.tryOns()).find(({ state }) => state === 'succeeded');
      if (!made) throw new Error('Nothing is made.');
      await garment.openTryOn(made);
      await garment.expectLook('Noor');
      await press(page, 'Before and after');
      await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'a try-on that was blocked',
    async open(page, person) {
      const garment = new GarmentPage(page);
      const blocked = (await person.tryOns()).find(({ state }) => state === 'blocked');
      if (!blocked) throw new Error('Nothing was blocked.');
      await garment.openTryOn(blocked);
      await expect(garment.heading(tryOnProblemWords.content_blocked.title)).toBeVisible();
    },
  },
  {
    route: 'garments/[slug]',
    name: 'the fitting room with a photo that was given before',
    async open(page) {
      const room = await enterRoom(page);
      await room.photo('Saved photo 1').check();
    },
  },
  { route: 'admin', name: 'a room of other people', open: go('/admin', 'Not for you') },
];

const merchant: State[] = [
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
];

const admin: State[] = [
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

/** By who is there. The order counts: what comes first may leave something for the next. */
export const states = { visitor, shopper, merchant, admin };
