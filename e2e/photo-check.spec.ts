import type { Page, Request } from '@playwright/test';
import { notLookedFor, photoAdvice, praise } from '#lib/words/photo-advice.ts';
import { expect, test } from './fixtures.ts';
import type { GarmentPage } from './garment-page.ts';
import { darkPhoto, emptyPhoto, pngPhoto, smallPhoto, webpPhoto } from './testing/pictures.ts';

// The boxy tee, which all of these try on.
const noticed = (code: Parameters<typeof photoAdvice>[0]) =>
  photoAdvice(code, 'UPPER_BODY').noticed;

const isUpload = (request: Request) =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/api/photos';

function requestsOf(page: Page): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

async function chooseIn(garment: GarmentPage, photo: Parameters<GarmentPage['give']>[0]) {
  await garment.open();
  await garment.enterRoom();
  await garment.give(photo);
}

test('a photo is looked at on the device, and leaves it only afterwards', {
  tag: '@phone',
}, async ({ page, garment, baseURL }) => {
  const requests = requestsOf(page);
  await garment.open();
  await garment.enterRoom();
  await expect(page.getByRole('list', { name: 'Good and poor photos' })).toBeVisible();
  const isModel = (request: Request) => /movenet|\.wasm/.test(request.url());
  expect(requests.filter(isModel), 'nothing of the model before there is a photo').toEqual([]);

  await garment.give(await webpPhoto());
  await expect(page.getByText(praise('UPPER_BODY'))).toBeVisible();
  expect(requests.filter(isModel).length).toBeGreaterThan(0);
  expect(requests.filter(isUpload)).toEqual([]);
  const origins = new Set(
    requests.map((request) => new URL(request.url().replace(/^blob:/, '')).origin),
  );
  expect([...origins]).toEqual([new URL(baseURL ?? page.url()).origin]);

  await garment.consent.check();
  const uploaded = page.waitForRequest(isUpload);
  await garment.ask.click();
  await uploaded;
});

test('a photo that may not work gets advice, and can be used anyway, by keyboard', async ({
  page,
  garment,
}) => {
  // The model is there from here on, so that no busy machine makes the check run out of time.
  await chooseIn(garment, await pngPhoto());
  await expect(page.getByText(praise('UPPER_BODY'))).toBeVisible();

  await garment.give(await emptyPhoto());
  await expect(page.getByText(noticed('nobody'))).toBeVisible();
  await garment.give(await darkPhoto());
  await expect(page.getByText(noticed('dark'))).toBeVisible();
  await expect(page.getByText(noticed('nobody'))).toBeHidden();
  await garment.give(await smallPhoto());
  await expect(page.getByText(noticed('small'))).toBeVisible();

  await expect(garment.consent).toBeHidden();
  await garment.ask.click();
  await expect(page.getByRole('alert').filter({ hasText: 'what we noticed' })).toBeVisible();
  await expect(garment.useAnyway).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is used as it is')).toBeVisible();
  await expect(garment.useAnyway).toBeHidden();
  await expect(page.getByText(noticed('small')), 'the advice stays to be read').toBeVisible();

  await garment.consent.check();
  const uploaded = page.waitForRequest(isUpload);
  await garment.ask.click();
  await uploaded;
});

test('where the model does not come, the rest is checked and the page says so', async ({
  page,
  garment,
}) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await chooseIn(garment, await webpPhoto());
  await expect(page.getByText(notLookedFor('cannot', 'UPPER_BODY'))).toBeVisible();
  await expect(garment.consent).toBeVisible();
  await garment.give(await darkPhoto());
  await expect(page.getByText(noticed('dark'))).toBeVisible();
  await expect(garment.useAnyway).toBeVisible();
});

test('nobody waits for a slow model, and what it finds later is told', async ({
  page,
  garment,
}) => {
  const arrive = Promise.withResolvers<void>();
  await page.route('**/movenet-lightning*.bin', async (route) => {
    await arrive.promise;
    await route.continue();
  });
  await chooseIn(garment, await webpPhoto());
  await expect(page.getByText(notLookedFor('too_slow', 'UPPER_BODY'))).toBeVisible();
  await expect(garment.consent).toBeVisible();
  arrive.resolve();
  await expect(page.getByText(praise('UPPER_BODY'))).toBeVisible();
});
