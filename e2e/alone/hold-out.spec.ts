import { roomWords } from '#lib/words/try-on.ts';
import { expect, test } from '../fixtures.ts';
import { hydrated } from '../garment-page.ts';
import { demoAccount, Person } from '../people.ts';

const PAGE = '/garments/boxy-tee-white';

test('a share of new visitors gets the shop without “Try it on”, and the same each time', async ({
  page,
  context,
  playwright,
  baseURL,
}) => {
  await new Person(context.request).signIn(demoAccount('MERCHANT'));
  await page.goto('/merchant/halden/figures');
  const begin = page.getByRole('button', { name: 'Begin the experiment' });
  await hydrated(begin);
  await page.getByLabel('Visitors without “Try it on”').selectOption('50 %');
  await begin.click();
  await expect(page.getByText(/50 % of your new visitors, drawn by chance/)).toBeVisible();

  const offers = async (visitor: typeof context.request) =>
    (await (await visitor.get(PAGE)).text()).includes(roomWords.enterHint);
  const seen = new Set<boolean>();
  for (let tries = 0; seen.size < 2 && tries < 40; tries += 1) {
    const visitor = await playwright.request.newContext({ baseURL });
    const first = await offers(visitor);
    expect(await offers(visitor)).toBe(first);
    seen.add(first);
    await visitor.dispose();
  }
  expect([...seen].toSorted()).toEqual([false, true]);
  const uncounted = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { 'sec-gpc': '1' },
  });
  expect(await offers(uncounted)).toBe(true);
  expect((await uncounted.storageState()).cookies).toEqual([]);
  await uncounted.dispose();

  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('Earlier experiments')).toBeVisible();
  const anybody = await playwright.request.newContext({ baseURL });
  expect(await offers(anybody)).toBe(true);
  await anybody.dispose();
});
