import { expect, test } from './fixtures.ts';
import { expectPicture, hydrated } from './garment-page.ts';

test('looks are given hearts, compared side by side, and deleted all at once', {
  tag: '@phone',
}, async ({ page, shopper, stranger }) => {
  const subject = { kind: 'house-model', slug: 'noor' } as const;
  const tee = await shopper.ended(await shopper.submitOnModel());
  await shopper.ended(await shopper.submit({ garment: 'tea-dress-terracotta', subject }));
  const foreign = await stranger.submitOnModel();

  await page.goto('/looks');
  const heart = page.getByRole('button', { name: 'Favourite look: Boxy tee in white' });
  await hydrated(heart);
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => shopper.status(tee.id))
    .toMatchObject({ state: 'succeeded', favourite: true });
  await page.getByRole('link', { name: 'Favourite looks' }).click();
  await expect(page).toHaveURL(/only=favourites/);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('Boxy tee in white');

  await page.getByRole('link', { name: 'All looks' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('checkbox', { name: /^Boxy tee in white, on Noor/ }).press('Space');
  await page.getByRole('checkbox', { name: /^Tea dress in terracotta, on Noor/ }).check();
  await page.getByRole('link', { name: 'Compare 2' }).click();
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeVisible();
  await page.reload();
  await expectPicture(page.getByRole('img', { name: /^Boxy tee in .*, worn as/ }));
  await expectPicture(page.getByRole('img', { name: /^Tea dress in .*, worn as/ }));
  await expect(page.getByRole('listitem').filter({ hasText: 'Tea dress' })).toContainText('€');

  await page.goto(`/looks/compare?ids=${tee.id},${foreign.id}`);
  await expect(page.getByText('There are not two looks to compare')).toBeVisible();
  await page.getByRole('link', { name: 'Back to My looks' }).click();

  await page.getByRole('button', { name: 'Delete all looks' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete all 2 looks?' });
  await expect(dialog).toContainText('1 of them is a favourite.');
  await dialog.getByRole('button', { name: 'Delete 2 looks' }).click();
  await expect(page.getByText('No looks yet')).toBeVisible();
  expect(await shopper.tryOns()).toEqual([]);
});

test('a look is shown to somebody else by a link, with nothing of whose it is, until it is taken back', async ({
  page,
  shopper,
  browser,
}) => {
  const look = await shopper.ended(await shopper.submitOnPhoto());
  await page.goto('/looks');
  const more = page.getByRole('button', { name: 'More for Boxy tee in white' });
  await hydrated(more);
  await more.click();
  await page.getByRole('menuitem', { name: 'Share by a link' }).click();
  await page.getByRole('radio', { name: 'A day' }).check();
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.getByRole('dialog').getByRole('code').textContent();

  const elsewhere = await browser.newContext();
  const friend = await elsewhere.newPage();
  const answer = await friend.goto(link ?? '');
  await expectPicture(friend.getByRole('img', { name: 'A person in the Boxy tee in white' }));
  await expect(friend.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  const { userId } = await (await shopper.request.get('/api/session')).json();
  for (const secret of [userId, look.id]) {
    expect(await answer?.text()).not.toContain(secret);
  }
  const { items } = await (await page.request.get('/api/share-links')).json();
  expect((await page.request.delete(`/api/share-links/${items[0].id}`)).status()).toBe(204);
  expect((await friend.reload())?.status()).toBe(404);
  await expect(friend.getByText('This look is not shared any more')).toBeVisible();
  await elsewhere.close();
});

test('a garment that a newcomer gives a heart is found again, and taken out with a way back', async ({
  page,
  garment,
}) => {
  await garment.open();
  const heart = page.getByRole('button', { name: 'Favourite: Boxy tee' });
  await hydrated(heart);
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => (await page.request.get('/api/favourites')).json())
    .toEqual({ slugs: ['boxy-tee-white'] });

  await page.goto('/looks');
  await page.getByRole('link', { name: 'Favourite garments' }).click();
  await expect(page.getByRole('heading', { name: 'Favourite garments' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Boxy tee' })).toBeVisible();
  await heart.click();
  await expect(page.getByText('No favourite garments yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Boxy tee' })).toBeVisible();
});
