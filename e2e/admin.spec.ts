import { expect, test } from './fixtures.ts';
import { hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import { seeds } from './sandbox.ts';

test('an admin finds a blocked try-on with its request id and the provider’s words', async ({
  page,
  stranger,
}) => {
  const { id } = await stranger.ended(await stranger.submitOnPhoto(seeds.blocked));
  const { email, password } = demoAccount('ADMIN');
  await page.goto('/admin?state=blocked');
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await signIn.click();
  const found = page.getByRole('article').filter({ hasText: id });
  await expect(found.getByRole('heading')).toHaveText(/^Stopped by the content filter/);
  await expect(found.getByText('Request blocked by responsible AI (RAI)')).toBeVisible();
  await expect(found.getByRole('button', { name: 'Copy the request id' })).toBeVisible();
  await expect(found).toContainText('Own photo');

  await page.getByRole('navigation', { name: 'Filter by state' }).getByText('Failed').click();
  await expect(page).toHaveURL(/state=failed/);
  await expect(found).toBeHidden();
});

test('before a try-on whose answer was lost is retried, the admin is warned of paying twice', async ({
  page,
  context,
  stranger,
}) => {
  const lost = await stranger.ended(await stranger.submitOnPhoto(seeds.answerLost));
  expect(lost.state).toBe('unknown');
  await new Person(context.request).signIn(demoAccount('ADMIN'));
  await page.goto('/admin?state=unknown');
  const found = page.getByRole('article').filter({ hasText: lost.id });
  const retry = found.getByRole('button', { name: 'Retry', exact: true });
  await hydrated(retry);
  await expect(found).toContainText('None was given');
  await retry.click();
  const question = page.getByRole('dialog', { name: 'Retry this try-on?' });
  await expect(question).toContainText('This may be paid for twice');
  await question.getByRole('button', { name: 'Leave it' }).click();
  await expect(retry).toBeFocused();
  expect(await stranger.tryOns()).toHaveLength(1);
});

for (const role of ['SHOPPER', 'MERCHANT'] as const) {
  test(`a ${role.toLowerCase()} gets no admin page and no answer of its API`, async ({
    page,
    context,
    stranger,
  }) => {
    const { id } = await stranger.ended(await stranger.submitOnPhoto(seeds.blocked));
    const person = new Person(context.request);
    await person.signIn(demoAccount(role));
    await page.goto('/admin');
    await expect(page.getByText('This room is for the people who run Fitting Room')).toBeVisible();
    await expect(page.getByRole('article')).toHaveCount(0);
    expect((await person.request.get('/api/admin/review-cases')).status()).toBe(403);
    const decided = await person.request.post(`/api/admin/cases/${id}/decisions`, {
      data: { kind: 'retry', version: 1 },
    });
    expect(decided.status()).toBe(403);
    expect(await stranger.tryOns()).toHaveLength(1);
  });
}

test('a guest is asked to sign in before the review console', async ({ page, guest }) => {
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fadmin/);
  expect((await guest.request.get('/api/admin/review-cases')).status()).toBe(403);
});
