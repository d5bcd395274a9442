import { waitingText } from '#lib/words/try-on.ts';
import { expect, test } from '../fixtures.ts';
import { hydrated } from '../garment-page.ts';
import { demoAccount, Person } from '../people.ts';

test('an admin pauses sending, the shopper is told and waits, and gets her look when it goes on', async ({
  newContext,
  page,
  garment,
  shopper,
}) => {
  const office = await newContext();
  await new Person(office.request).signIn(demoAccount('ADMIN'));
  const console = await office.newPage();
  await console.goto('/admin/operations');
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
  expect(await health.json()).toEqual({ status: 'ready', sending: 'manual', pictures: 'on' });

  await sending.getByRole('button', { name: 'Resume sending' }).click();
  await expect(sending).toContainText('Try-ons are sent to the provider.');
  await garment.expectLook();
  await expect(notice).toBeHidden();
  await office.close();
});

test('an admin says who is told of a pause, tries it out and sees what comes back', async ({
  page,
}) => {
  await new Person(page.request).signIn(demoAccount('ADMIN'));
  await page.goto('/admin/operations');
  await page.getByRole('link', { name: 'Alerts' }).click();
  const form = page.getByRole('form', { name: 'Alerts' });
  await expect(form).toContainText('No mail can go out');
  const webhook = form.getByLabel('By webhook');
  const save = form.getByRole('button', { name: 'Save the alerts' });
  await hydrated(save);
  await form.getByLabel(/^Sending paused: told above/).fill('3');
  await webhook.fill('http://127.0.0.1/alerts');
  await expect(form.getByText('Save first')).toBeVisible();
  await save.click();
  await expect(save).toBeDisabled();
  await form.getByRole('button', { name: 'Send a test message' }).click();
  await expect(form.getByRole('status')).toContainText('private network');

  await page.reload();
  await expect(form.getByLabel(/^Sending paused: told above/)).toHaveValue('3');
  await hydrated(save);
  await form.getByLabel(/^Sending paused: told above/).fill('10');
  await webhook.fill('');
  await save.click();
  await expect(save).toBeDisabled();
});
