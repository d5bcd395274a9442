import { TRY_ON_ERRORS } from '#lib/domain/try-on-error.ts';
import { tryOnProblemWords } from '#lib/words/try-on-problems.ts';
import { expect, test } from './fixtures.ts';
import { expectPicture } from './garment-page.ts';
import { seeds } from './sandbox.ts';
import { phonePhoto } from './testing/pictures.ts';

test('a blocked try-on says what happened, keeps the photo, and asking again works', {
  tag: '@phone',
}, async ({ page, garment, guest }) => {
  const { title, advice } = tryOnProblemWords.content_blocked;
  await garment.seedSubmits(seeds.blocked);
  await garment.open();
  await garment.enterRoom();
  await garment.give(await phonePhoto());
  await garment.consent.check();
  await garment.ask.click();
  await expect(garment.heading(title)).toBeFocused({ timeout: 45_000 });
  await expect(page.getByText(advice)).toBeVisible();
  await expect(page.getByText('Your photo is kept')).toBeVisible();
  await expectPicture(page.getByRole('img', { name: 'Your photo' }));
  // The provider's own words are for admins.
  await expect(page.getByText(/responsible AI|RAI/)).toBeHidden();

  await page.getByRole('button', { name: 'Ask again' }).click();
  await garment.expectLook();
  const [second, first] = await guest.tryOns();
  expect(first).toMatchObject({ state: 'blocked' });
  expect(second).toMatchObject({ state: 'succeeded', retryOf: first?.id });
});

test('a photo without a person leads back to choosing another one', async ({
  page,
  garment,
  shopper,
}) => {
  await garment.openTryOn(await shopper.submitOnPhoto(seeds.noPerson));
  await expect(garment.heading(tryOnProblemWords.no_person.title)).toBeVisible();
  await page.getByRole('button', { name: 'Choose another photo' }).click();
  await expect(garment.heading('Who tries it on?')).toBeVisible();
  await expect(garment.photo('Saved photo 1')).toBeChecked();
  await garment.model('Elsa').check();
  await garment.ask.click();
  await garment.expectLook('Elsa');
});

for (const [fault, seed, errorClass] of [
  ['the provider breaks off', seeds.crashed, 'unclassified'],
  ['the provider’s server refuses twice', seeds.serverError, 'provider_error'],
  ['gets lost on the way', seeds.answerLost, 'submit_unknown'],
  ['the provider forgets', seeds.expired, 'result_expired'],
] as const) {
  test(`a try-on that ${fault} is told in plain words and can be asked for again`, async ({
    page,
    garment,
    shopper,
  }) => {
    const { title, advice } = tryOnProblemWords[errorClass];
    const tryOn = await shopper.submitOnPhoto(seed);
    await garment.openTryOn(tryOn);
    await expect(garment.heading(title)).toBeVisible({ timeout: 45_000 });
    await expect(page.getByText(advice)).toBeVisible();
    await page.getByRole('button', { name: 'Ask again' }).click();
    await garment.expectLook();
    // The old one stays as it is, and is not silently sent a second time.
    expect((await shopper.status(tryOn.id)).state).toBe(TRY_ON_ERRORS[errorClass].endsAs);
  });
}

test('My looks tells of a try-on without a look, and lets go of it', async ({ page, shopper }) => {
  const blocked = await shopper.ended(await shopper.submitOnPhoto(seeds.blocked));
  expect(blocked.state).toBe('blocked');
  await page.goto('/looks');
  const card = page.getByRole('article').filter({ hasText: 'Boxy tee' });
  await expect(card).toContainText(tryOnProblemWords.content_blocked.title);
  await card.getByRole('button', { name: 'Delete Boxy tee in white' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click();
  await expect(page.getByText('No looks yet')).toBeVisible();
  expect(await shopper.tryOns()).toEqual([]);
  // The photo was not asked about, so it is still there.
  await expect(page.getByRole('img', { name: 'Your photo 1' })).toBeVisible();
});

test('somebody else’s try-on is as good as none', async ({ garment, shopper, stranger }) => {
  await shopper.tryOns();
  await garment.openTryOn(await stranger.submitOnModel());
  await expect(garment.page.getByText('This look is not here any more')).toBeVisible();
  await garment.page.getByRole('button', { name: 'Try it on again' }).click();
  await expect(garment.heading('Who tries it on?')).toBeVisible();
});
