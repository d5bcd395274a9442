import { expect, test } from './fixtures.ts';
import { hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import { drawOwnSeed, scriptFor } from './sandbox.ts';

test('an admin files words that nobody knew, the case follows, and goes back with the rule', async ({
  page,
  context,
  stranger,
}) => {
  // Words of this run alone, without digits, which rules do not tell apart.
  const words = `not allowed by the style of ${crypto.randomUUID().replaceAll(/[^a-z]/g, '')}`;
  const error = `Garment 4711 is ${words}`;
  const seed = drawOwnSeed();
  await scriptFor(seed, { status: { http: 422, body: { status: 'FAILED', error } } });
  const { id, state } = await stranger.ended(await stranger.submitOnPhoto(seed));
  expect(state).toBe('failed');
  const stateNow = async () => (await stranger.tryOns()).find((one) => one.id === id)?.state;

  await new Person(context.request).signIn(demoAccount('ADMIN'));
  await page.goto('/admin/classifier');
  const unfiled = page.getByRole('listitem').filter({ hasText: error });
  const file = unfiled.getByRole('button', { name: 'File' });
  await hydrated(file);
  await file.click();
  const dialog = page.getByRole('dialog');
  const show = dialog.getByRole('button', { name: 'Show what changes' });
  await dialog.getByLabel('Class').selectOption('content_blocked');
  await dialog.getByLabel('Words').fill('content');
  await show.click();
  await expect(dialog).toContainText('This would call “Invalid content type” a block');
  await dialog.getByLabel('Words').fill(words);
  await show.click();
  await expect(dialog).toContainText(`“${error}” · 1 case`);
  await dialog.getByRole('button', { name: 'File (1 case to follow)' }).click();

  const rule = page.getByRole('listitem').filter({ hasText: `“${words}”` });
  await expect(rule).toContainText('Filed 1 from');
  await expect(unfiled).toBeHidden();
  expect(await stateNow()).toBe('blocked');

  await rule.getByRole('button', { name: 'Roll back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(rule).toContainText('rolled back by');
  await expect(unfiled).toContainText('1 open');
  expect(await stateNow()).toBe('failed');
});
