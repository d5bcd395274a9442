import { waitingText } from '#lib/words/try-on.ts';
import { expect, test } from './fixtures.ts';
import { expectApart, expectPicture } from './garment-page.ts';
import { drawOwnSeed, letSlowOnesEnd, scriptFor, seeds } from './sandbox.ts';
import { phonePhoto } from './testing/pictures.ts';

// Most try-ons here end when the sandbox's clock is moved, so these tests follow each other.
test.describe.configure({ mode: 'default' });

test('a reload in the middle changes nothing', async ({ page, garment }) => {
  await garment.seedSubmits(seeds.slow);
  await garment.open();
  await garment.enterRoom();
  await garment.give(await phonePhoto());
  await garment.consent.check();
  await garment.ask.click();
  await garment.expectStage('Making your picture');
  await expect(page.getByText('You may leave this page.')).toBeVisible();

  await page.reload();
  await garment.expectStage('Making your picture');
  await letSlowOnesEnd();
  await garment.expectLook();
});

test('who closes the page finds it in My looks, first in the making and then as a look', async ({
  context,
  garment,
  shopper,
}) => {
  await garment.seedSubmits(seeds.slow);
  await garment.open();
  await garment.enterRoom();
  await garment.model('Noor').check();
  await garment.ask.click();
  await garment.expectStage('Making your picture');
  await garment.page.close();

  const page = await context.newPage();
  await page.goto('/looks');
  const card = page.getByRole('article').filter({ hasText: 'Boxy tee' });
  await expect(
    card.getByRole('progressbar', { name: 'Boxy tee in white: Making your picture' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: '1 look in the making' })).toBeVisible();
  await letSlowOnesEnd();
  await expectPicture(card.getByRole('img', { name: /^Boxy tee in .*, worn as a top/ }));
  await expect(page.getByRole('button', { name: '1 look in the making' })).toBeHidden();
  expect(await shopper.tryOns()).toHaveLength(1);

  await card.getByRole('link', { name: 'Boxy tee in white' }).click();
  await expect(page.getByRole('heading', { name: 'Here it is on Noor' })).toBeVisible();
});

test('who looks at something else is told when it is ready, and nothing is covered by it', async ({
  page,
  garment,
  shopper,
}) => {
  await shopper.submitOnPhoto(seeds.slow);
  await garment.open('breton-tee-navy');
  await page.getByRole('button', { name: '1 look in the making' }).click();
  await expect(page.getByRole('menuitem', { name: /^Boxy tee in white/ })).toContainText(
    'Making your',
  );
  await page.keyboard.press('Escape');
  await garment.enterRoom();
  await letSlowOnesEnd();
  const told = page
    .getByRole('listitem')
    .filter({ hasText: 'Your look is ready: Boxy tee in white.' });
  await expect(told).toBeVisible({ timeout: 30_000 });
  await expectApart(told, garment.ask);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectApart(told, garment.ask);
  await page.getByRole('button', { name: 'See it' }).click();
  await garment.expectLook();
});

test('it goes on and ends while no page is open at all', async ({ context, garment, shopper }) => {
  await garment.openTryOn(await shopper.submitOnPhoto(seeds.slow));
  await garment.expectStage('Making your picture');
  await garment.page.close();
  await letSlowOnesEnd();
  await expect
    .poll(async () => (await shopper.tryOns())[0]?.state, { timeout: 30_000 })
    .toBe('succeeded');
  const page = await context.newPage();
  await page.goto('/looks');
  await expectPicture(page.getByRole('img', { name: /^Boxy tee in .*, worn as a top/ }));
});

test('two tabs tell the same', async ({ context, garment, shopper }) => {
  const tryOn = await shopper.submitOnPhoto(seeds.slow);
  await garment.openTryOn(tryOn);
  const other = await context.newPage();
  await other.goto(garment.page.url());
  const otherProgress = other.getByRole('progressbar', { name: 'Your picture' });
  await garment.expectStage('Making your picture');
  await expect(otherProgress).toHaveAttribute('aria-valuetext', 'Making your picture');
  await letSlowOnesEnd();
  await expect(other.getByRole('heading', { name: 'Here it is on you' })).toBeVisible();
  await garment.page.bringToFront();
  await garment.expectLook();
});

test('a page that loses the network in the middle says so and catches up', async ({
  page,
  context,
  garment,
  shopper,
}) => {
  await garment.openTryOn(await shopper.submitOnPhoto(seeds.slow));
  await garment.expectStage('Making your picture');
  await context.setOffline(true);
  await letSlowOnesEnd();
  const notice = page.getByRole('status').filter({ hasText: 'We cannot reach the fitting room.' });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expect(notice).toContainText('Your try-on goes on without this page');
  await context.setOffline(false);
  await garment.expectLook();
  await expect(notice).toBeHidden();
});

test('a provider that cannot be reached in the middle is waited for, honestly', async ({
  page,
  garment,
  shopper,
}) => {
  const seed = drawOwnSeed();
  // Each lost one is followed by a longer pause: half a second, one, two, four.
  await scriptFor(seed, { status: { drop: true, times: 4 } });
  await garment.openTryOn(await shopper.submitOnPhoto(seed));
  const notice = page.getByRole('status').filter({ hasText: waitingText.provider_unreachable });
  await expect(notice).toBeVisible();
  await garment.expectStage('Making your picture');
  await garment.expectLook();
  await expect(notice).toBeHidden();
});
