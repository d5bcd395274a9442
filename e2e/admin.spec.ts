import { expect, test } from './fixtures.ts';
import { expectPicture, hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import { seeds } from './sandbox.ts';

test('an admin finds a blocked try-on, sees why, and its photo only after saying why', async ({
  page,
  stranger,
}) => {
  const { id } = await stranger.ended(await stranger.submitOnPhoto(seeds.blocked));
  const { email, password } = demoAccount('ADMIN');
  await page.goto(`/admin?cause=blocked&search=${id}`);
  const signIn = page.getByRole('button', { name: 'Sign in' });
  await hydrated(signIn);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await signIn.click();
  const found = page.getByRole('article');
  await expect(found).toHaveCount(1);
  await expect(found.getByRole('heading')).toHaveText(/^Stopped by the content filter/);
  await expect(found.getByText('Request blocked by responsible AI (RAI)')).toBeVisible();
  await expect(found).toContainText('own photo');

  // A pasted id finds its case on any tab.
  const tabs = page.getByRole('navigation', { name: 'Kinds of cases' });
  await expect(tabs.getByRole('link', { name: 'Blocked 1' })).toBeVisible();
  await tabs.getByRole('link', { name: 'Failed 0' }).click();
  await expect(page.getByText('Found among all cases')).toBeVisible();

  // To the case and back by keyboard alone; in a field a letter is a letter.
  const search = page.getByRole('searchbox', { name: 'Search cases' });
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.press('j');
  await expect(search).toHaveValue('j');
  await page.keyboard.press('Tab');
  await page.keyboard.press('j');
  await expect(found.getByRole('link')).toBeFocused();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/admin/cases/${id}\\?`));
  await expect(page.getByRole('button', { name: 'Copy the request id' })).toBeVisible();
  const rooms = page.getByRole('navigation', { name: 'Review console' });
  await expect(rooms.getByRole('link', { name: 'Review', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByText('The safety filter stopped this picture')).toBeVisible();

  const photo = page.getByRole('img', { name: 'The shopper’s photo' });
  const ask = page.getByRole('button', { name: 'Show the photo …' });
  await hydrated(ask);
  await expect(photo).toHaveCount(0);
  await ask.click();
  const question = page.getByRole('dialog', { name: 'Why do you need to see the photo?' });
  await question.getByRole('button', { name: 'Looking into a failure' }).click();
  await question.getByRole('button', { name: 'Show the photo' }).click();
  await expectPicture(photo);
  const timeline = page.getByRole('list', { name: 'Timeline' });
  await expect(timeline.getByRole('listitem').last()).toContainText('looked at the photo:');
  await expect(timeline.getByRole('listitem').last()).toContainText('Looking into a failure');
  const link = (await photo.getAttribute('src')) ?? '';
  expect((await stranger.request.get(link)).status()).toBe(403);

  await page.keyboard.press('u');
  await expect(page).toHaveURL(/\/admin\?/);
});

test('the queue is there without scripts, and narrowed by an ordinary form', async ({
  newContext,
  stranger,
  signedIn,
}) => {
  const { id } = await stranger.ended(await stranger.submitOnPhoto(seeds.blocked));
  const admin = await signedIn('ADMIN');
  const context = await newContext({
    javaScriptEnabled: false,
    storageState: await admin.request.storageState(),
  });
  const page = await context.newPage();
  await page.goto('/admin?cause=blocked');
  await page.getByRole('searchbox', { name: 'Search cases' }).fill(id);
  await page.getByRole('button', { name: 'Search', exact: true }).last().click();
  await expect(page).toHaveURL(/cause=blocked/);
  await page.getByRole('article').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await context.close();
});

test('before a try-on whose answer was lost is retried, the admin is warned of paying twice', async ({
  page,
  context,
  stranger,
}) => {
  const lost = await stranger.ended(await stranger.submitOnPhoto(seeds.answerLost));
  expect(lost.state).toBe('unknown');
  await new Person(context.request).signIn(demoAccount('ADMIN'));
  await page.goto(`/admin/cases/${lost.id}`);
  const retry = page.getByRole('button', { name: 'Retry', exact: true });
  await hydrated(retry);
  await expect(page.getByRole('article')).toContainText('None was given');
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
    for (const path of ['/admin', `/admin/cases/${id}`]) {
      await page.goto(path);
      await expect(
        page.getByText('This room is for the people who run Fitting Room'),
      ).toBeVisible();
      await expect(page.getByRole('article')).toHaveCount(0);
    }
    const { request } = person;
    const asked = { data: { which: 'photo', reason: 'Looking into a failure' } };
    for (const answer of [
      await request.get('/api/admin/cases'),
      await request.get(`/api/admin/cases/${id}`),
      await request.post(`/api/admin/cases/${id}/pictures`, asked),
      await request.post(`/api/admin/cases/${id}/decisions`, {
        data: { kind: 'retry', version: 1 },
      }),
    ]) {
      expect(answer.status()).toBe(403);
    }
    expect(await stranger.tryOns()).toHaveLength(1);
  });
}

test('a guest is asked to sign in before the review console', async ({ page, guest }) => {
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fadmin/);
  expect((await guest.request.get('/api/admin/cases')).status()).toBe(403);
});
