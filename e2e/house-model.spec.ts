import { expect, test } from './fixtures.ts';
import { expectPicture, tee } from './garment-page.ts';

test('a look on the home page leads to a try-on on a house model, without a photo or consent', {
  tag: '@phone',
}, async ({ page, garment }) => {
  await page.goto('/');
  const wall = page.getByRole('region', { name: 'Worn, not just hung' });
  await wall.getByRole('link', { name: 'Column dress' }).click();
  await expect(page.getByRole('heading', { name: 'Column dress', level: 1 })).toBeVisible();
  await garment.enterRoom();
  await garment.model('Noor').check();
  await expect(garment.consent).toBeHidden();
  await garment.ask.click();
  await garment.expectLook('Noor', 'Column dress');
  await expect(
    page.getByRole('img', {
      name: /^Column dress in .*, worn as a dress by the house model Noor$/,
    }),
  ).toBeVisible();
});

test('a look becomes an outfit, and the first look is one step back', async ({
  page,
  garment,
  shopper,
}) => {
  const top = await shopper.ended(await shopper.submitOnModel());
  await garment.openTryOn(top);
  await page.getByRole('button', { name: 'Add a bottom' }).click();
  await page
    .getByRole('region', { name: 'Which bottom with the Boxy tee?' })
    .getByRole('button', { name: /^Straight jeans, Indigo/ })
    .click();
  await expect(page).toHaveURL(/\/garments\/straight-jeans-indigo\?try-on=/);
  await expect(garment.heading('Here is the outfit on Noor')).toBeVisible({ timeout: 45_000 });
  await expectPicture(
    page.getByRole('img', {
      name: /^Straight jeans in .* and Boxy tee in .*, worn together by the house model Noor$/,
    }),
  );
  const [outfit] = await shopper.tryOns();
  expect(outfit).toMatchObject({ state: 'succeeded', under: { id: top.id } });

  await page.getByRole('link', { name: 'Without the Straight jeans' }).click();
  await expect(page).toHaveURL(new RegExp(`/garments/${tee.slug}\\?try-on=${top.id}`));
  await garment.expectLook('Noor');
});

test('the next garment is tried on the same person in one press', {
  tag: '@phone',
}, async ({ page, garment, shopper }) => {
  await garment.openTryOn(await shopper.ended(await shopper.submitOnModel()));
  await page
    .getByRole('region', { name: 'Try the next one on Noor' })
    .getByRole('button', { name: /^Boxy tee, Terracotta/ })
    .click();
  await expect(page).toHaveURL(/\/garments\/boxy-tee-terracotta\?try-on=/);
  await garment.expectLook('Noor');
});

test('nothing is asked for before somebody is chosen, and the way back leaves only the room', {
  tag: '@phone',
}, async ({ page, garment }) => {
  await garment.open();
  await garment.enterRoom();
  await garment.ask.click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Choose a photo or a house model first.' }),
  ).toBeVisible();
  await page.goBack();
  await expect(garment.heading('Who tries it on?')).toBeHidden();
  await expect(garment.ask).toBeFocused();
});

test('another take is another picture of the same', async ({ page, garment, shopper }) => {
  const first = await shopper.ended(await shopper.submitOnModel());
  await garment.openTryOn(first);
  await garment.expectLook('Noor');
  await page.getByRole('button', { name: 'Another take' }).click();
  await expect(page).not.toHaveURL(new RegExp(first.id));
  // The page may still show the first for the blink of an eye.
  await expect
    .poll(async () => (await shopper.tryOns()).map(({ state }) => state))
    .toEqual(['succeeded', 'succeeded']);
  await garment.expectLook('Noor');
  const [second] = await shopper.tryOns();
  expect(second).toMatchObject({ subject: { kind: 'house-model', slug: 'noor' } });
});

test('the look can be seen in full, left by the way back, and kept as a file', async ({
  page,
  garment,
  shopper,
}) => {
  await garment.openTryOn(await shopper.ended(await shopper.submitOnModel()));
  await garment.expectLook('Noor');
  const room = page.url();
  const inFull = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(inFull).toBeVisible();
  await page.goBack();
  await expect(inFull).toBeHidden();
  await expect(garment.heading('Here it is on Noor')).toBeVisible();
  await page.goForward();
  await expect(inFull).toBeVisible();
  await page.reload();
  await expect(inFull).toBeVisible();
  // Twice, as people in a hurry do: the room stays.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(inFull).toBeHidden();
  await expect(page).toHaveURL(room);
  await expect(garment.heading('Here it is on Noor')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download' }).click();
  expect((await download).suggestedFilename()).toMatch(/^fitting-room-boxy-tee-white\.jpe?g$/);

  await page.getByRole('button', { name: 'Back to the garment' }).click();
  await expect(garment.ask).toBeFocused();
  await expect(garment.ask, 'and not above the screen').toBeInViewport();
});
