import { accountRefusals } from '#lib/words/account-room.ts';
import { consentWords } from '#lib/words/consent.ts';
import { photoWords } from '#lib/words/looks.ts';
import { closeWords, dataWords, receiptWords } from '#lib/words/privacy.ts';
import { refusals } from '#lib/words/problems.ts';
import { chooseWords } from '#lib/words/try-on.ts';
import { expect, test } from './fixtures.ts';
import { expectPicture, hydrated } from './garment-page.ts';

test('a photo is deleted with a receipt, the account is closed, and its receipt needs no account', {
  tag: '@phone',
}, async ({ page, shopper }) => {
  await shopper.ended(await shopper.submitOnPhoto());
  await shopper.givePhoto();
  const session = await (await shopper.request.get('/api/session')).json();

  await page.goto('/account/data');
  const second = page.getByRole('button', { name: photoWords.deleteOf(2) });
  await hydrated(second);
  await expectPicture(page.getByRole('img', { name: photoWords.picture(2) }));
  await expect(page.getByText(/^Kept until \d+ [A-Z]/).first()).toBeVisible();
  await second.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete photo' }).click();
  await expect(second).toBeHidden();
  const receipt = page.getByRole('link', { name: /^Receipt: A photo/ });
  await receipt.click();
  await expect(page).toHaveURL(/\/erasures\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/^2 picture files were deleted from our storage/)).toBeVisible();

  await page.goto('/account/data');
  const close = page.getByRole('button', { name: closeWords.open.account });
  await hydrated(close);
  await close.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(closeWords.password).fill('not the password');
  await dialog.getByRole('button', { name: closeWords.confirm.action.account }).click();
  await expect(dialog.getByText(accountRefusals.wrongPassword)).toBeVisible();
  await dialog.getByLabel(closeWords.password).fill(shopper.credentials.password);
  await dialog.getByRole('button', { name: closeWords.confirm.action.account }).click();

  await expect(page).toHaveURL(/\/erasures\/[0-9a-f-]{36}$/);
  await expect(page.getByText(/^3 picture files were deleted from our storage/)).toBeVisible();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  for (const secret of [session.email, session.name, session.userId]) {
    expect(await page.content()).not.toContain(secret);
  }
  expect((await shopper.request.get('/api/photos')).status()).toBe(401);
  await page.reload();
  await expect(page.getByText(receiptWords.done, { exact: true })).toBeVisible();
  await page.goto('/account/data');
  await expect(page.getByText(dataWords.nothing.title)).toBeVisible();
  await page.goto('/sign-in');
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(shopper.credentials.email);
  await page.getByLabel('Password').fill(shopper.credentials.password);
  await signIn.click();
  await expect(page.getByText('do not belong together')).toBeVisible();
});

test('a guest withdraws the consent and then deletes everything without being asked for more', async ({
  page,
  guest,
}) => {
  await guest.ended(await guest.submitOnPhoto());
  await page.goto('/account/data');
  const withdraw = page.getByRole('button', { name: dataWords.consent.withdraw });
  await hydrated(withdraw);
  await withdraw.click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: dataWords.consent.confirm.action }).click();
  await expect(page.getByText(dataWords.photos.none)).toBeVisible();
  await expect(page.getByText(dataWords.looks.none)).toBeVisible();
  await expect(page.getByText(/^Withdrawn /).first()).toBeVisible();
  await page.getByRole('button', { name: closeWords.open.guest }).click();
  const last = page.getByRole('dialog');
  await last.getByRole('button', { name: closeWords.confirm.action.guest }).click();
  await expect(page).toHaveURL(/\/erasures\//);
  await expect(page.getByText(receiptWords.done, { exact: true })).toBeVisible();
});

test('a kept photo is used again after its person has agreed to a new text', async ({
  page,
  guest,
  garment,
}) => {
  await guest.givePhoto();
  // As after an admin has written another one, which would concern everybody else as well.
  let refused = 0;
  await page.route('**/api/try-ons', async (route) => {
    if (route.request().method() !== 'POST' || refused > 0) return route.fallback();
    refused += 1;
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:fitting-room:problem:consent_required',
        title: 'x',
        status: 409,
        code: 'consent_required',
        detail: refusals.newConsentText,
      }),
    });
  });
  await garment.open();
  await garment.enterRoom();
  await garment.photo(chooseWords.savedPhoto(1)).check({ force: true });
  await expect(garment.consent).toBeHidden();
  await garment.ask.click();
  await expect(page.getByText(refusals.newConsentText)).toBeVisible();
  await garment.ask.click();
  await expect(page.getByText(consentWords.missing)).toBeVisible();
  await garment.consent.check();
  const agreed = page.waitForRequest(
    (request) => request.url().endsWith('/api/consent') && request.method() === 'POST',
  );
  await garment.ask.click();
  await agreed;
  await garment.expectLook();
});
