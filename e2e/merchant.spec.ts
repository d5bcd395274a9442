import { randomBytes } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import { expectPicture, GarmentPage, hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import {
  garmentPicture,
  poorGarmentPicture,
  textCalledPhoto,
  wornGarmentPicture,
} from './testing/pictures.ts';

test('a merchant adds a garment, publishes it, a shopper tries it on, and it is put away', async ({
  page,
  browser,
}) => {
  const { email, password } = demoAccount('MERCHANT');
  const title = `Sky tee ${randomBytes(4).toString('hex')}`;
  await page.goto('/merchant');
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await signIn.click();
  await page.getByRole('link', { name: 'Add a garment' }).first().click();

  const publish = page.getByRole('button', { name: 'Publish' });
  await hydrated(publish);
  await page.getByLabel('Title').fill(title);
  await page.getByRole('radio', { name: 'Top' }).check();
  await page.getByLabel('Price').fill('45.00');
  await page.getByLabel('Sizes').fill('S, M, L');
  await page.getByLabel('Add pictures').setInputFiles(await garmentPicture());
  await page.getByLabel('What the picture shows').fill('Sky-blue tee, front');
  await publish.click();
  await expect(page.getByText('Published. Shoppers can try it on now.')).toBeVisible();
  await page.goto('/merchant');
  await expect(page.getByRole('row').filter({ hasText: title })).toContainText('Published');

  const shopperPage = await (await browser.newContext()).newPage();
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

  // Put away, it leaves the shop, and the looks made with it stay.
  await page.getByRole('link', { name: title }).click();
  const archive = page.getByRole('button', { name: 'Archive' });
  await hydrated(archive);
  await archive.click();
  await expect(page.getByText('Archived. Shoppers no longer see it.')).toBeVisible();
  await shopperPage.goto('/garments');
  await expect(shopperPage.getByRole('link', { name: 'Tea dress' })).toBeVisible();
  await expect(shopperPage.getByRole('link', { name: title })).toHaveCount(0);
  await shopperPage.goto('/looks');
  await expectPicture(
    shopperPage.getByRole('img', { name: new RegExp(`^${title}( in .*)?, worn as`) }),
  );
  await shopperPage.context().close();
});

test('a draft is seen by nobody else, takes no picture that is none, and says what is wrong with a poor one', async ({
  page,
  context,
  stranger,
}) => {
  const title = `Night tee ${randomBytes(4).toString('hex')}`;
  await new Person(context.request).signIn(demoAccount('MERCHANT'));
  await page.goto('/merchant/halden/garments/new');
  const save = page.getByRole('button', { name: 'Save as draft' });
  await hydrated(save);
  await save.click();
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('radio', { name: 'Dress' }).check();
  await page.getByLabel('Price').fill('45.00');
  await page.getByLabel('Add pictures').setInputFiles(textCalledPhoto);
  await save.click();
  await expect(page.getByText('This file is not a picture.')).toBeVisible();
  // What was written is saved all the same.
  await page.getByRole('button', { name: /^Remove / }).click();
  await page.goto('/merchant');
  const row = page.getByRole('row').filter({ hasText: title });
  await expect(row).toContainText('Draft');
  await expect(row).toContainText('No picture');

  await row.getByRole('link', { name: title }).click();
  const publish = page.getByRole('button', { name: 'Publish' });
  await hydrated(publish);
  const pictures = [await poorGarmentPicture(), await wornGarmentPicture()];
  await page.getByLabel('Add pictures').setInputFiles(pictures);
  await page.getByRole('button', { name: 'Save and publish' }).click();
  const warning = page.getByRole('dialog', { name: 'Publish with this picture?' });
  await expect(warning).toContainText('It is far too small.');
  await warning.getByRole('button', { name: 'Not yet' }).click();
  const saved = page.getByRole('list', { name: 'Saved pictures' });
  await expect(saved).toContainText('This one is sent');
  await expect(saved).toContainText('Use the original, of at least 768 × 1024 pixels');
  await expect(saved).toContainText('Somebody seems to wear it.');
  await saved
    .getByRole('button', { name: /^See how it is sent/ })
    .first()
    .click();
  const sent = page.getByRole('dialog', { name: 'How it is sent' });
  await expectPicture(sent.getByRole('img', { name: 'as it is sent' }));
  await page.keyboard.press('Escape');
  await page.goto('/merchant/halden/garments');
  await page.getByRole('link', { name: 'Not ready' }).click();
  await expect(page).toHaveURL(/readiness=NOT_READY/);
  await expect(row).toContainText('Draft');

  const list = await stranger.request.get('/api/garments?limit=100');
  expect(await list.text()).not.toContain(title);
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
