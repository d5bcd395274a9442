import { truncate, writeFile } from 'node:fs/promises';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { expect, test } from './fixtures.ts';
import { drawOwnSeed, submitsWithSeed } from './sandbox.ts';
import { heicPhoto, phonePhoto, textCalledPhoto, tinyPhoto } from './testing/pictures.ts';

test('a double click asks once, and the provider is asked once', async ({ garment, guest }) => {
  const seed = drawOwnSeed();
  await garment.seedSubmits(seed, 10);
  await garment.open();
  await garment.enterRoom();
  await garment.model('Noor').check();
  await garment.ask.dblclick();
  await garment.expectLook('Noor');
  expect(await guest.tryOns()).toHaveLength(1);
  expect(await submitsWithSeed(seed)).toHaveLength(1);
});

test('an answer that is lost between server and browser does not ask twice', async ({
  page,
  garment,
  guest,
}) => {
  let answered = 0;
  await page.route('**/api/try-ons', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    answered += 1;
    if (answered > 1) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await garment.open();
  await garment.enterRoom();
  await garment.model('Noor').check();
  await garment.ask.click();
  await garment.expectLook('Noor');
  expect(answered).toBe(2);
  expect(await guest.tryOns()).toHaveLength(1);
});

test('a file that is no picture gets a sentence, and what was chosen stays chosen', async ({
  page,
  garment,
}) => {
  await garment.open();
  await garment.enterRoom();
  await garment.model('Imani').check();
  await garment.give({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Dear diary'),
  });
  await expect(
    page.getByRole('alert').filter({ hasText: uploadProblemText('not_an_image') }),
  ).toBeVisible();
  await expect(garment.model('Imani')).toBeChecked();
});

test('a file that is too large gets a sentence before anything is sent', async ({
  page,
  garment,
}, testInfo) => {
  const file = testInfo.outputPath('panorama.jpg');
  await writeFile(file, '');
  await truncate(file, 61 * 1024 * 1024);
  await garment.open();
  await garment.enterRoom();
  await garment.model('Imani').check();
  await garment.give(file);
  await expect(
    page.getByRole('alert').filter({ hasText: uploadProblemText('too_large') }),
  ).toBeVisible();
  await expect(garment.model('Imani')).toBeChecked();
});

test('what would be refused for certain never leaves the device, and a good photo goes through', async ({
  page,
  garment,
  guest,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // A count of what was done, without anything of the photo.
    if (request.method() === 'POST' && pathname !== '/api/visits') sent.push(pathname);
  });
  await garment.open();
  await garment.enterRoom();
  for (const [photo, problem] of [
    [textCalledPhoto, 'not_an_image'],
    [heicPhoto(), 'unsupported_heic'],
    [await tinyPhoto(), 'too_small'],
  ] as const) {
    await garment.give(photo);
    await expect(page.getByText(uploadProblemText(problem))).toBeVisible();
    await expect(garment.useAnyway).toBeHidden();
    await expect(garment.consent).toBeHidden();
  }
  await garment.ask.click();
  const alert = page.getByRole('alert').filter({ hasText: 'This photo cannot be used.' });
  await expect(alert).toContainText('Choose another photo');
  expect(sent).toEqual([]);

  await garment.give(await phonePhoto());
  await expect(alert).toBeHidden();
  await garment.consent.check();
  await garment.ask.click();
  await garment.expectLook();
  expect(await guest.tryOns()).toHaveLength(1);
});

test('without a network it waits, says so, and goes on by itself', async ({
  page,
  context,
  garment,
  guest,
}) => {
  await garment.open();
  await garment.enterRoom();
  await garment.give(await phonePhoto());
  await garment.consent.check();
  await context.setOffline(true);
  await garment.ask.click();
  const notice = page.getByRole('status').filter({ hasText: 'We cannot reach the fitting room.' });
  await expect(notice).toContainText('it goes on by itself');
  await context.setOffline(false);
  await garment.expectLook();
  await expect(notice).toBeHidden();
  expect(await guest.tryOns()).toHaveLength(1);
});
