import { randomBytes, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectPicture, GarmentPage, hydrated } from './garment-page.ts';
import { answer, demoAccount, Person } from './people.ts';
import {
  garmentPicture,
  poorGarmentPicture,
  textCalledPhoto,
  wornGarmentPicture,
} from './testing/pictures.ts';

/** Where the editor says how its saving stands. */
const saveLine = (page: Page) =>
  page
    .getByRole('form', { name: 'Garment' })
    .getByRole('status')
    .filter({ hasText: /saved?\b|Saving|No connection/i });

test('a merchant opens a shop, is guided to its first look, and a shopper tries on what is in it', async ({
  page,
  newContext,
}) => {
  const { email, password } = demoAccount('MERCHANT');
  const name = randomBytes(4).toString('hex');
  const title = `Sky tee ${name}`;
  await page.goto('/merchant');
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await signIn.click();
  const shops = page.getByRole('button', { name: 'Halden: change to another shop' });
  await hydrated(shops);
  await shops.click();
  await page.getByRole('menuitem', { name: 'Open another shop' }).click();
  const open = page.getByRole('button', { name: 'Open the shop' });
  await hydrated(open);
  await page.getByLabel('Name').fill(`Atelier ${name}`);
  await expect(page.getByLabel('In addresses')).toHaveValue(`atelier-${name}`);
  await open.click();
  await expect(page.getByRole('heading', { name: 'First steps', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Make one by hand' }).click();

  const publish = page.getByRole('button', { name: 'Publish' });
  await hydrated(publish);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('radio', { name: 'Top' }).check();
  await page.getByLabel('Price', { exact: true }).fill('45.00');
  await page.getByRole('button', { name: 'Add the sizes XS–XL' }).click();
  await page.getByLabel('Stock of M').fill('4');
  await page.getByLabel('Add pictures').setInputFiles(await garmentPicture());
  await page.getByLabel('What picture 1 shows').fill('Sky-blue tee, front');
  await publish.click();
  await expect(page.getByText('Published. Shoppers can try it on now.')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('link', { name: `Try on “${title}”` }).click();
  const ownRoom = new GarmentPage(page);
  await ownRoom.model('Noor').check();
  await ownRoom.ask.click();
  await ownRoom.expectLook('Noor', title);
  await page.goto(`/merchant/atelier-${name}`);
  await expect(page.getByRole('heading', { name: 'Your shop is set up' })).toBeVisible();
  const close = page.getByRole('button', { name: 'Close the guide' });
  await hydrated(close);
  await close.click();
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: /^1\s*Published$/ }).click();
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText('Published');

  const shopperPage = await (await newContext()).newPage();
  const shopper = new Person(shopperPage.context().request);
  await shopper.becomeGuest();
  await shopperPage.goto('/garments');
  await shopperPage.getByRole('link', { name: title }).click();
  await expect(shopperPage.getByRole('heading', { name: title })).toBeVisible();
  const room = new GarmentPage(shopperPage);
  await room.enterRoom();
  await room.model('Noor').check();
  await room.ask.click();
  await room.expectLook('Noor', title);
  await shopperPage.getByLabel('Size').selectOption('M');
  await shopperPage.getByRole('button', { name: 'Add to bag' }).click();
  await expect(shopperPage.getByRole('button', { name: 'View bag' })).toBeVisible();

  // Put away, it leaves the shop, and the looks made with it stay.
  await page.getByRole('link', { name: title }).click();
  const archive = page.getByRole('button', { name: 'Archive' });
  await hydrated(archive);
  await archive.click();
  await expect(page.getByText('Archived. Shoppers no longer see it.')).toBeVisible();
  const [, , shop, , id] = new URL(page.url()).pathname.split('/');
  await page.goto(`/merchant/${shop}/figures?garment=${id}`);
  for (const step of [
    'Looked at the garment',
    'Saw the look',
    'Put it into the bag after the look',
  ]) {
    const visits = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: step }) });
    await expect(visits.getByRole('cell').first()).toHaveText('1');
  }
  await shopperPage.goto('/garments');
  await expect(shopperPage.getByRole('link', { name: 'Tea dress' })).toBeVisible();
  await expect(shopperPage.getByRole('link', { name: title })).toHaveCount(0);
  await shopperPage.goto('/looks');
  await expectPicture(
    shopperPage.getByRole('img', { name: new RegExp(`^${title}( in .*)?, worn as`) }),
  );
  await shopperPage.context().close();
});

test('a draft is seen by nobody else, saves itself, and takes no picture that is none', async ({
  page,
  context,
  stranger,
}) => {
  const title = `Night dress ${randomBytes(4).toString('hex')}`;
  await new Person(context.request).signIn(demoAccount('MERCHANT'));
  await page.goto('/merchant/halden/garments/new');
  const publish = page.getByRole('button', { name: 'Publish' });
  await hydrated(publish);
  await publish.click();
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('radio', { name: 'Dress' }).check();
  await expect(saveLine(page)).toHaveText('Not saved yet. Still needed: Price.');
  await page.getByLabel('Price', { exact: true }).fill('45.00');
  await expect(saveLine(page)).toHaveText('All changes saved');
  await expect(page).toHaveURL(/\/garments\/[0-9a-f-]{36}$/);

  await page.getByLabel('Add pictures').setInputFiles(textCalledPhoto);
  await expect(page.getByText('This file is not a picture.')).toBeVisible();
  await page.getByRole('button', { name: `Remove ${textCalledPhoto.name}` }).click();
  for (const [number, words] of ['Front', 'Back'].entries()) {
    await page.getByLabel('Add pictures').setInputFiles(await garmentPicture());
    await page.getByLabel(`What picture ${number + 1} shows`).fill(words);
  }
  // By the keyboard alone: lifted, moved, put down.
  await page.getByRole('button', { name: 'Move picture 1 by dragging' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Lifted picture 1 of 2.')).toBeAttached();
  // A key that comes in the moment of lifting is not heard yet; at the last place one more does nothing.
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText('It would be 2 of 2.')).toBeAttached({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Space');
  await expect(page.getByLabel('What picture 1 shows')).toHaveValue('Back');
  await page.getByRole('button', { name: 'Use for try-ons: picture 2' }).click();
  await page.getByLabel('Price', { exact: true }).fill('dear');
  await expect(saveLine(page)).toHaveText('Saved, but not Price: not right yet.');
  await page.getByLabel('Price', { exact: true }).fill('45.00');
  await expect(saveLine(page)).toHaveText('All changes saved');

  await page.reload();
  await expect(page.getByLabel('What picture 1 shows')).toHaveValue('Back');
  await expect(page.getByRole('button', { name: 'Use for try-ons: picture 1' })).toBeVisible();

  // What is taken away by mistake comes back to its place.
  await hydrated(publish);
  await page.getByRole('button', { name: 'Remove picture 1' }).click();
  await expect(page.getByLabel('What picture 1 shows')).toHaveValue('Front');
  // By the keyboard: news of what other tests ask for in this person's name may lie over it until a
  // mouse comes.
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByLabel('What picture 1 shows')).toHaveValue('Back');

  const preview = `${new URL(page.url()).pathname}/preview`;
  await page.goto(preview);
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
  expect(await (await stranger.request.get(preview)).text()).not.toContain(title);
  const list = await stranger.request.get('/api/garments?limit=100');
  expect(await list.text()).not.toContain(title);
});

test('a picture that is not fit for try-ons is told so, and asked about before it is published', async ({
  page,
  context,
}) => {
  const person = new Person(context.request);
  await person.signIn(demoAccount('MERCHANT'));
  const id = randomUUID();
  const data = { id, title: 'Poor tee', category: 'UPPER_BODY', price: '45' };
  await answer(await person.request.post('/api/merchant/halden/garments', { data }));
  await page.goto(`/merchant/halden/garments/${id}`);
  const publish = page.getByRole('button', { name: 'Publish' });
  await hydrated(publish);
  const pictures = [await poorGarmentPicture(), await wornGarmentPicture()];
  await page.getByLabel('Add pictures').setInputFiles(pictures);
  await expect(page.getByText('It is far too small.')).toBeVisible();
  await expect(page.getByText('Somebody seems to wear it.')).toBeVisible();
  await publish.click();
  const warning = page.getByRole('dialog', { name: 'Publish with this picture?' });
  await expect(warning).toContainText('It is far too small.');
  await warning.getByRole('button', { name: 'Not yet' }).click();
  await page
    .getByRole('button', { name: /^See how it is sent/ })
    .first()
    .click();
  const sent = page.getByRole('dialog', { name: 'How it is sent' });
  await expectPicture(sent.getByRole('img', { name: 'as it is sent' }));
  await page.keyboard.press('Escape');
  await page.goto('/merchant/halden/garments?readiness=NOT_READY');
  await expect(page.getByRole('row').filter({ hasText: 'Poor tee' }).first()).toContainText(
    'Not ready',
  );
});

test('many garments are changed at once, and it is taken back', async ({ page, context }) => {
  const merchant = new Person(context.request);
  await merchant.signIn(demoAccount('MERCHANT'));
  const name = `Bulk ${randomBytes(4).toString('hex')}`;
  for (const title of [`${name} one`, `${name} two`]) {
    const data = { id: randomUUID(), title, category: 'DRESS', price: '80.00' };
    expect((await merchant.request.post('/api/merchant/halden/garments', { data })).ok()).toBe(
      true,
    );
  }
  await page.goto('/merchant/halden/garments');
  const search = page.getByRole('searchbox', { name: 'Search your garments' });
  await hydrated(search);
  await search.fill(name);
  await search.press('Enter');
  await expect(page).toHaveURL(/q=Bulk/);
  const rows = page.getByRole('row').filter({ hasText: name });
  await expect(rows).toHaveCount(2);

  await page.getByRole('checkbox', { name: 'Choose all on this page' }).check();
  await expect(page.getByText('2 garments chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Price' }).click();
  await page.getByLabel('Percent').fill('25');
  await expect(page.getByText('€100.00 becomes €75.00.')).toBeVisible();
  await page.getByRole('button', { name: 'Change prices' }).click();
  await expect(page.getByText('2 garments changed.')).toBeVisible();
  await expect(rows.filter({ hasText: '€60.00' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText('2 garments as before.')).toBeVisible();
  await expect(rows.filter({ hasText: '€80.00' })).toHaveCount(2);

  // What cannot be is left, and named.
  await page.getByRole('checkbox', { name: `Choose ${name} one` }).check();
  await page.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Publish' }).click();
  await expect(page.getByText(`${name} one: It has no picture yet`)).toBeVisible();
});

test('two windows never overwrite each other, and a line that breaks loses nothing', async ({
  page,
  context,
}) => {
  const person = new Person(context.request);
  await person.signIn(demoAccount('MERCHANT'));
  const id = randomUUID();
  const data = { id, title: 'Twice', category: 'UPPER_BODY', price: '45' };
  await answer(await person.request.post('/api/merchant/halden/garments', { data }));
  const saved = () =>
    person.request
      .get(`/api/merchant/halden/garments/${id}`)
      .then((response) => answer<{ title: string; colour: string; material: string }>(response));
  const other = await context.newPage();
  for (const one of [page, other]) {
    await one.goto(`/merchant/halden/garments/${id}`);
    await hydrated(one.getByRole('button', { name: 'Publish' }));
  }

  await page.getByLabel('Title').fill('Once');
  await page.getByLabel('Material').fill('Linen');
  await expect(saveLine(page)).toHaveText('All changes saved');
  await other.getByLabel('Title').fill('Thrice');
  await other.getByRole('textbox', { name: 'Colour' }).fill('Rust');
  await expect(
    other.getByText('You, in another window, changed this garment meanwhile').first(),
  ).toBeVisible();
  await expect(saveLine(other)).toHaveText('Not saved: Title. Choose which to keep.');
  // All but that is brought together by itself.
  await expect(other.getByLabel('Material')).toHaveValue('Linen');
  expect(await saved()).toMatchObject({ title: 'Once', colour: 'Rust', material: 'Linen' });
  await other.getByRole('button', { name: 'Keep mine: Title' }).click();
  await expect(saveLine(other)).toHaveText('All changes saved');
  expect(await saved()).toMatchObject({ title: 'Thrice', colour: 'Rust' });

  await context.setOffline(true);
  await other.getByLabel('Title').fill('Out of reach');
  await expect(other.getByText(/^No connection\./)).toBeVisible();
  await context.setOffline(false);
  await expect(saveLine(other)).toHaveText('All changes saved');
  expect(await saved()).toMatchObject({ title: 'Out of reach' });
});

test('the back office is for shop staff', async ({ page, shopper }) => {
  await page.goto('/merchant');
  await expect(page.getByText('This room is for shop staff')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add a garment' })).toBeHidden();
  expect((await shopper.request.get('/api/merchant/halden/garments')).status()).toBe(403);
});

test('a guest is asked to sign in before the back office', async ({ page, guest }) => {
  await guest.tryOns();
  await page.goto('/merchant');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fmerchant/);
});
