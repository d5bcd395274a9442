import type { Page } from '@playwright/test';
import { accountRoomWords } from '#lib/words/account-room.ts';
import { passwordProblemText } from '#lib/words/problems.ts';
import { expect, test } from './fixtures.ts';
import { expectPicture, hydrated } from './garment-page.ts';
import {
  answer,
  type Credentials,
  demoAccount,
  newAddress,
  newCredentials,
  Person,
} from './people.ts';

const lookOf = (page: Page) => page.getByRole('img', { name: /^Boxy tee in .*, worn as a top/ });
const account = (page: Page) => page.getByRole('button', { name: 'Menu and account' });

async function fillSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await signIn.click();
}

test('a guest who makes an account keeps her looks', async ({ page, guest }) => {
  await guest.ended(await guest.submitOnPhoto());
  const { email, password } = newCredentials();
  await page.goto('/looks');
  await expectPicture(lookOf(page));
  await page.getByRole('link', { name: 'Create an account' }).click();
  const create = page.getByRole('button', { name: 'Create account' });
  await hydrated(create);
  await page.getByLabel('Name').fill('Robin Tester');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await create.click();
  await expect(account(page)).toContainText('Robin Tester');
  await page.goto('/looks');
  await expectPicture(lookOf(page));
  await expectPicture(page.getByRole('img', { name: 'Your photo 1' }));
});

test('a guest with looks who signs in to her account keeps them beside those it has', async ({
  page,
  guest,
  stranger: before,
}) => {
  await before.ended(
    await before.submit({
      garment: 'tea-dress-terracotta',
      subject: { kind: 'house-model', slug: 'noor' },
    }),
  );
  await guest.ended(await guest.submitOnPhoto());

  await page.goto('/sign-in?callbackUrl=%2Flooks');
  await fillSignIn(page, before.credentials);
  await expect(page).toHaveURL(/\/looks$/);
  await expectPicture(lookOf(page));
  await expectPicture(page.getByRole('img', { name: /^Tea dress in .*, worn as a dress/ }));
  await expectPicture(page.getByRole('img', { name: 'Your photo 1' }));
  expect(await before.tryOns()).toHaveLength(2);
});

test('whoever signs out leaves nothing behind in the browser', async ({ page, shopper }) => {
  await shopper.ended(await shopper.submitOnModel());
  await page.goto('/looks');
  await expectPicture(lookOf(page));
  await hydrated(account(page));
  await account(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/looks');
  await expect(page.getByText('No looks yet')).toBeVisible();
  expect((await shopper.request.get('/api/try-ons')).status()).toBe(401);
});

test('a wrong password is told in a sentence that does not say which of the two was wrong', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await fillSignIn(page, { ...demoAccount('SHOPPER'), password: 'not-the-password' });
  const wrong = page
    .getByRole('alert')
    .filter({ hasText: 'That email address and password do not belong together.' });
  await expect(wrong).toBeVisible();
  await page.getByLabel('Email').fill(newCredentials().email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(wrong).toBeVisible();
});

test('an email address has one account', async ({ page, stranger }) => {
  await page.goto('/sign-up');
  const create = page.getByRole('button', { name: 'Create account' });
  await hydrated(create);
  await create.click();
  await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
  await page.getByLabel('Name').fill('Robin Tester');
  await page.getByLabel('Email').fill(stranger.credentials.email);
  await page.getByLabel('Password').fill('another-password');
  await create.click();
  await expect(
    page.getByText('There is already an account with this email address.'),
  ).toBeVisible();
});

test('a merchant who was on the way to nowhere begins in the back office', async ({ page }) => {
  await page.goto('/sign-in');
  await fillSignIn(page, demoAccount('MERCHANT'));
  await expect(page).toHaveURL(/\/merchant\/halden$/);
});

test('a sign-in goes back to pages of this site only', async ({ page }) => {
  await page.goto('/sign-in?callbackUrl=https%3A%2F%2Fevil.example%2F');
  await fillSignIn(page, demoAccount('SHOPPER'));
  await expect(account(page)).toContainText('Sam Shopper');
  expect(new URL(page.url()).hostname).not.toBe('evil.example');
});

test('a changed password ends the session of another browser, and not of this one', async ({
  page,
  shopper,
  playwright,
  baseURL,
}) => {
  const other = new Person(await playwright.request.newContext({ baseURL }));
  await other.signIn(shopper.credentials);
  expect((await other.request.get('/api/try-ons')).status()).toBe(200);

  await page.goto('/account');
  const change = page.getByRole('button', { name: accountRoomWords.password.change });
  await hydrated(change);
  await change.click();
  await page.getByLabel(accountRoomWords.currentPassword).fill(shopper.credentials.password);
  const next = page.getByLabel(accountRoomWords.password.next);
  await next.fill('password123');
  await change.click();
  await expect(page.getByText(passwordProblemText.common)).toBeVisible();
  await next.fill('a window at five');
  await change.click();
  await expect(page.getByText(accountRoomWords.password.changed)).toBeVisible();

  expect((await other.request.get('/api/try-ons')).status()).toBe(401);
  await page.reload();
  await expect(account(page)).toContainText('Robin Tester');

  const everywhere = page.getByRole('button', { name: accountRoomWords.everywhere.submit });
  await hydrated(everywhere);
  await everywhere.click();
  await expect(page).toHaveURL('/');
  expect((await shopper.request.get('/api/try-ons')).status()).toBe(401);
  await other.request.dispose();
});

test('whoever guesses is told to wait, and how long', async ({ page, stranger, request }) => {
  const { email } = stranger.credentials;
  const { csrfToken } = await answer<{ csrfToken: string }>(await request.get('/api/auth/csrf'));
  const form = { email, password: 'a guess', csrfToken, json: 'true' };
  const headers = newAddress();
  for (let time = 0; time < 10; time += 1) {
    const guess = await request.post('/api/auth/callback/credentials', { form, headers });
    expect(guess.status()).toBe(401);
  }
  await page.setExtraHTTPHeaders(headers);
  await page.goto('/sign-in');
  await fillSignIn(page, stranger.credentials);
  const wait = page.getByRole('alert').filter({ hasText: 'Those were too many tries.' });
  await expect(wait).toContainText('Wait 15 minutes and try again.');
});

test('the pages of mailed links keep their addresses to themselves', async ({ request }) => {
  for (const page of ['sign-up', 'reset-password', 'confirm-email']) {
    const html = await (await request.get(`/${page}/any-token`)).text();
    expect(html, page).toContain('<meta name="referrer" content="no-referrer"');
    expect(html, page).toMatch(/<meta name="robots" content="noindex/);
  }
});

test('a guest who asks for an account’s room is led to sign up', async ({ page, guest }) => {
  expect((await guest.request.delete('/api/account/sessions')).status()).toBe(204);
  await page.goto('/account');
  await expect(page).toHaveURL('/sign-up?callbackUrl=%2Faccount');
});
