import { appealWords } from '#lib/words/appeals.ts';
import { tryOnProblemWords } from '#lib/words/try-on-problems.ts';
import { expect, test } from './fixtures.ts';
import { expectPicture, hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import { drawOwnSeed, scriptFor } from './sandbox.ts';

// By script and not by a seed that is reserved for it: a retry has the seed of the first, and would
// end like it.

test('an admin retries a try-on that crashed, and the person has her look', async ({
  page,
  context,
  newContext,
  stranger,
}) => {
  const seed = drawOwnSeed();
  await scriptFor(seed, { submit: { fault: 'crashed' } });
  const ended = await stranger.ended(await stranger.submitOnPhoto(seed));
  expect(ended.state).toBe('failed');

  await new Person(context.request).signIn(demoAccount('ADMIN'));
  await page.goto(`/admin/cases/${ended.id}`);
  const retry = page.getByRole('button', { name: 'Retry', exact: true });
  await hydrated(retry);
  await retry.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByText('the look is in the person’s gallery')).toBeVisible({
    timeout: 45_000,
  });
  await expect(page.getByText('Last decision: ')).toContainText('retried it');
  await expect(retry).toBeHidden();

  const [second, first] = await stranger.tryOns();
  expect(first).toMatchObject({ id: ended.id, state: ended.state });
  expect(second).toMatchObject({ state: 'succeeded', retryOf: ended.id });
  const home = await newContext({ storageState: await stranger.request.storageState() });
  const looks = await home.newPage();
  await looks.goto('/looks');
  await expectPicture(looks.getByRole('img', { name: /^Boxy tee in .*, worn as a top/ }));
  await home.close();
});

test('a shopper objects to a block, an admin overturns it, and she opens her look', async ({
  page,
  garment,
  shopper,
  newContext,
  signedIn,
}) => {
  const seed = drawOwnSeed();
  await scriptFor(seed, { submit: { fault: 'blocked' } });
  const blocked = await shopper.ended(await shopper.submitOnPhoto(seed));
  expect(blocked.state).toBe('blocked');
  await garment.openTryOn(blocked);
  await expect(garment.heading(tryOnProblemWords.content_blocked.title)).toBeVisible();
  const object = page.getByRole('button', { name: appealWords.open });
  await hydrated(object);
  await object.click();
  const asking = page.getByRole('dialog', { name: appealWords.title });
  await asking.getByLabel(appealWords.label).fill('It is a plain white tee.');
  await asking.getByRole('button', { name: appealWords.send }).click();
  await expect(page.getByText(appealWords.state.OPEN)).toBeVisible();

  const admin = await signedIn('ADMIN');
  const office = await newContext({ storageState: await admin.request.storageState() });
  const desk = await office.newPage();
  await desk.goto('/admin?appeal=open');
  await desk.locator(`a[href*="${blocked.id}"]`).first().click();
  await expect(desk.getByText('It is a plain white tee.').first()).toBeVisible();
  const overturn = desk.getByRole('button', { name: 'Overturn the block' });
  await hydrated(overturn);
  await overturn.click();
  const answer = desk.getByRole('dialog', { name: 'Overturn the block?' });
  await answer.getByLabel('Answer').fill('You are right, we are sorry.');
  await answer.getByRole('button', { name: 'Overturn and retry' }).click();
  await expect(desk.getByText('Block overturned, and tried once more.')).toBeVisible();
  await office.close();

  await expect
    .poll(async () => (await shopper.tryOns())[0], { timeout: 45_000 })
    .toMatchObject({ state: 'succeeded', retryOf: blocked.id });
  await page.goto('/looks');
  const card = page.getByRole('article').filter({ hasText: appealWords.short.OVERTURNED });
  await expect(card).toContainText('You are right, we are sorry.');
  await card.getByRole('link', { name: appealWords.seeNewOf('Boxy tee in white') }).click();
  await garment.expectLook();
});
