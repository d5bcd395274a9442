import { waitingText } from '#lib/words/try-on.ts';
import { expect, test } from '../fixtures.ts';
import { hydrated } from '../garment-page.ts';
import { demoAccount, Person } from '../people.ts';

test('an admin pauses sending, the shopper is told and waits, and gets her look when it goes on', async ({
  browser,
  page,
  garment,
  shopper,
}) => {
  const office = await browser.newContext();
  await new Person(office.request).signIn(demoAccount('ADMIN'));
  const console = await office.newPage();
  await console.goto('/admin');
  const sending = console.getByRole('region', { name: 'Sending' });
  const pause = sending.getByRole('button', { name: 'Pause sending' });
  await hydrated(pause);
  await pause.click();
  const question = console.getByRole('dialog', { name: 'Pause sending?' });
  await question.getByLabel('Why').fill('The stocktaking');
  await question.getByRole('button', { name: 'Pause sending' }).click();
  await expect(sending).toContainText('paused by hand');
  await expect(sending).toContainText('The stocktaking');

  await garment.openTryOn(await shopper.submitOnPhoto());
  const notice = page.getByRole('status').filter({ hasText: waitingText.provider_paused });
  await expect(notice).toBeVisible();
  await garment.expectStage('Waiting for your turn');
  const health = await page.request.get('/api/health/ready');
  expect(await health.json()).toEqual({ status: 'ready', sending: 'manual' });

  await sending.getByRole('button', { name: 'Resume sending' }).click();
  await expect(sending).toContainText('Try-ons are sent to the provider.');
  await garment.expectLook();
  await expect(notice).toBeHidden();
  await office.close();
});
