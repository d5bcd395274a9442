import { waitingText } from '#lib/words/try-on.ts';
import { expect, test } from '../fixtures.ts';
import { drawOwnSeed, scriptForAll, submitsWithSeed } from '../sandbox.ts';

/** Each one is followed by a longer pause: half a second, one, two, four. */
const CALLS_LOST = 3;

const isWaiting = (reason: keyof typeof waitingText) => ({ hasText: waitingText[reason] });

test('a provider that cannot be reached at the start costs nobody the place', async ({
  page,
  garment,
  shopper,
}) => {
  await scriptForAll({ upload: [{ drop: true, times: CALLS_LOST }] });
  await garment.openTryOn(await shopper.submitOnPhoto());
  await expect(page.getByRole('status').filter(isWaiting('provider_unreachable'))).toBeVisible();
  await garment.expectStage('Waiting for your turn');
  await garment.expectLook();
});

/** The next submit is refused, and with it everybody's until the time is over. */
const refuseSubmitFor = (milliseconds: number) =>
  scriptForAll({
    submit: [
      {
        http: 429,
        headers: {
          'x-rate-limit-reset-at-utc': new Date(Date.now() + milliseconds).toISOString(),
        },
      },
    ],
  });

test('a rate limit of the provider’s is a wait, not a failure', async ({
  page,
  garment,
  shopper,
}) => {
  await refuseSubmitFor(5_000);
  await garment.openTryOn(await shopper.submitOnPhoto());
  await expect(page.getByRole('status').filter(isWaiting('rate_limited'))).toBeVisible();
  await garment.expectLook();
});

test('what waits can be called off, and is then never sent', async ({ page, garment, shopper }) => {
  const seed = drawOwnSeed();
  await garment.seedSubmits(seed);
  await garment.open();
  await garment.enterRoom();
  await garment.model('Noor').check();
  await refuseSubmitFor(6_000);
  await garment.ask.click();
  await expect(page.getByRole('status').filter(isWaiting('rate_limited'))).toBeVisible();
  await page.getByRole('button', { name: 'Call it off' }).click();
  await expect(garment.heading('Called off')).toBeFocused();
  const calledOff = new URL(page.url()).searchParams.get('try-on') ?? '';
  // The next one is sent when the gate is open again; this one is not sent with it.
  await shopper.ended(await shopper.submitOnPhoto());
  expect(await shopper.status(calledOff)).toMatchObject({ state: 'cancelled' });
  expect(await submitsWithSeed(seed)).toHaveLength(1);
});
