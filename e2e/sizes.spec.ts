import { expect, test } from './fixtures.ts';
import { hydrated } from './garment-page.ts';

test('a shopper is told her size, takes it, and has her measurements saved and forgotten', async ({
  page,
  garment,
  shopper,
}) => {
  await garment.open();
  const question = page.getByRole('button', { name: 'Which size is mine?' });
  await hydrated(question);
  await question.click();
  const advice = page.getByRole('dialog', { name: 'Which size is mine?' });
  await expect(advice.getByText('shows style, not fit')).toBeVisible();

  const chest = advice.getByLabel('Chest or bust');
  await chest.fill('38');
  await chest.press('Tab');
  await expect(chest).toHaveAccessibleDescription(/would fit in inches/);
  await advice.getByRole('radio', { name: 'inches' }).check();
  await expect(advice.getByText('Your size is probably S')).toBeVisible();
  await advice.getByRole('button', { name: 'Save to my account' }).click();
  await expect(advice.getByText('are saved to your account')).toBeVisible();
  await advice.getByRole('button', { name: 'Use size S' }).click();
  await expect(page).toHaveURL(/\?size=S$/);
  await expect(page.getByRole('button', { name: 'See why' })).toBeFocused();

  // Another device of hers keeps nothing, and her account does.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: 'See why' }).click();
  await expect(chest).toHaveValue('96.5');
  await advice.getByRole('button', { name: 'Forget my measurements' }).click();
  await expect(advice.getByText('are forgotten')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeVisible();
  const kept = await shopper.request.get('/api/account/measurements');
  expect(await kept.json()).toEqual({ measurements: null });
});
