import type { Page } from '@playwright/test';
import { demoCheckoutWords, orderDoneWords } from '#lib/words/bag.ts';
import { expect, test } from './fixtures.ts';
import { hydrated } from './garment-page.ts';
import { Person } from './people.ts';

const inHeader = (page: Page, name: string) =>
  page.getByRole('banner').getByRole('link', { name, exact: true });

test('a guest fills a bag, signs in to one with more in it, and buys at two shops', {
  tag: '@phone',
}, async ({ page, stranger: shopper, signedIn }) => {
  const line = { garment: 'boxy-tee-white', size: 'M', quantity: 1 };
  expect((await shopper.request.post('/api/bag/lines', { data: line })).ok()).toBe(true);

  await page.goto('/garments/boxy-tee-white');
  const add = page.getByRole('button', { name: 'Add to bag' });
  await hydrated(add);
  await add.click();
  await expect(page.getByText('Choose a size first.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'XS', exact: true })).toBeFocused();
  await page.getByRole('radio', { name: 'M', exact: true }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'M', exact: true })).toBeChecked();
  await add.click();
  await page.getByRole('button', { name: 'View bag' }).click();
  await expect(inHeader(page, 'Bag, 1 garment')).toBeVisible();

  await page.getByRole('button', { name: 'One more of Boxy tee in white, size M' }).click();
  await expect(page.getByText('€78.00').first()).toBeVisible();
  await page.goto('/garments/tea-dress-terracotta?size=38');
  await hydrated(add);
  await add.click();
  await expect(inHeader(page, 'Bag, 3 garments')).toBeVisible();

  await page.goto('/sign-in?callbackUrl=%2Fbag');
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(shopper.credentials.email);
  await page.getByLabel('Password').fill(shopper.credentials.password);
  await signIn.click();
  await expect(inHeader(page, 'Bag, 4 garments')).toBeVisible();
  await expect(
    page.getByRole('textbox', { name: 'Quantity of Boxy tee in white, size M' }),
  ).toHaveValue('3');

  const ask = page.getByRole('button', { name: 'Send a request to Halden' });
  await hydrated(ask);
  await ask.click();
  await expect(page.getByLabel('Email')).toHaveValue(shopper.credentials.email);
  await page.getByLabel('Note').fill('For Saturday, please.');
  await page.getByRole('button', { name: 'Send the request, €117.00' }).click();
  await expect(page.getByRole('heading', { name: orderDoneWords.title })).toBeVisible();
  const [reference = ''] =
    (await page.getByText(/^[0-9A-F]{4}-[0-9A-F]{4}$/).allTextContents()) ?? [];

  await inHeader(page, 'Bag, 1 garment').click();
  const buy = page.getByRole('button', { name: 'Buy at Marisol Studio' });
  await hydrated(buy);
  await buy.click();
  await expect(page.getByRole('heading', { name: demoCheckoutWords.title })).toBeVisible();
  await expect(page.getByRole('row', { name: 'TEA-DRESS-TERRACOTTA-38 1' })).toBeVisible();

  const merchant = await signedIn('MERCHANT');
  const orders = await (await merchant.request.get('/merchant/halden/orders')).text();
  expect(orders).toContain(reference);
  expect(orders).toContain('For Saturday, please.');
});

test('what somebody else changed or may not see is said, and nothing is bought by mistake', async ({
  page,
  guest,
  stranger,
}) => {
  const data = { garment: 'boxy-tee-black', size: 'S' };
  const lines = await guest.request.post('/api/bag/lines', { data });
  const id = (await lines.json()).shops[0].lines[0].id;
  for (const refused of [
    await stranger.request.patch(`/api/bag/lines/${id}`, { data: { quantity: 5 } }),
    await stranger.request.delete(`/api/bag/lines/${id}`),
  ]) {
    expect(refused.status()).toBe(404);
  }

  await page.goto('/bag');
  const ask = page.getByRole('button', { name: 'Send a request to Halden' });
  await hydrated(ask);
  await ask.click();
  await page.getByLabel('Name').fill('Robin');
  await page.getByLabel('Email').fill('robin@example.org');
  // In another tab, meanwhile.
  await guest.request.post('/api/bag/lines', { data });
  await page.getByRole('button', { name: 'Send the request, €39.00' }).click();
  await expect(page.getByText('Prices or stock have changed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send the request, €78.00' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove Boxy tee in black, size S' }).click();
  await expect(page.getByText('Your bag is empty')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(
    page.getByRole('textbox', { name: 'Quantity of Boxy tee in black, size S' }),
  ).toHaveValue('2');
  const merchantOnly = await new Person(page.context().request).request.get(
    '/api/merchant/halden/orders',
  );
  expect(merchantOnly.status()).toBe(403);
});
