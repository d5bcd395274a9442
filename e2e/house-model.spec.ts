import { expect, test } from './fixtures.ts';
import { expectPicture, tee } from './garment-page.ts';
import type { Person } from './people.ts';

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

/** Straight jeans over a boxy tee. */
async function makeOutfit(shopper: Person) {
  const top = await shopper.ended(await shopper.submitOnModel());
  const subject = { kind: 'look', tryOnId: top.id } as const;
  return shopper.ended(await shopper.submit({ garment: 'straight-jeans-indigo', subject }));
}

test('an outfit is given a heart, and both of its garments are bought, each in its size', async ({
  page,
  garment,
  shopper,
}) => {
  const outfit = await makeOutfit(shopper);
  await garment.openTryOn(outfit);
  const heart = page.getByRole('button', { name: /^Favourite look: Straight jeans in indigo/ });
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(async () => shopper.status(outfit.id)).toMatchObject({ favourite: true });

  const bag = page.getByRole('region', { name: 'Both in your sizes' });
  await expect(bag).toContainText('€138.00');
  await bag.getByRole('combobox', { name: `Size of ${tee.name}` }).selectOption('M');
  await bag.getByRole('button', { name: 'Add both to bag' }).click();
  const ofJeans = bag.getByRole('combobox', { name: 'Size of Straight jeans in indigo' });
  await expect(ofJeans).toBeFocused();
  await expect(bag.getByText('Choose a size first.')).toBeVisible();
  await ofJeans.selectOption('W28');
  await bag.getByRole('button', { name: 'Add both to bag' }).click();
  await expect(page.getByText(/^Both are in your bag/)).toBeVisible();
  await bag.getByRole('button', { name: `Add ${tee.name} to your bag` }).click();
  await expect(page.getByText(`${tee.name}, size M, is in your bag.`)).toBeVisible();
  const lines = (await (await shopper.request.get('/api/bag')).json()).shops[0].lines;
  expect(lines).toMatchObject([
    { size: 'W28', quantity: 1 },
    { size: 'M', quantity: 2 },
  ]);
});

test('either garment of an outfit is exchanged, over a look of the one that stays', async ({
  page,
  garment,
  shopper,
}) => {
  const outfit = await makeOutfit(shopper);
  await garment.openTryOn(outfit);
  await expect(
    page.getByRole('region', { name: 'Another bottom with the Boxy tee' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Try the Straight jeans alone' }).click();
  await garment.expectLook('Noor', 'Straight jeans');
  await garment.openTryOn(outfit);
  await page
    .getByRole('region', { name: 'Another top with the Straight jeans' })
    .getByRole('button', { name: /^Breton tee, Navy stripe/ })
    .click();
  await expect(page).toHaveURL(/\/garments\/breton-tee-navy\?try-on=/);
  const [other] = await shopper.tryOns();
  expect(other?.under?.garment.slug).toBe('straight-jeans-indigo');
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
