import { randomBytes } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import { hydrated } from './garment-page.ts';
import { demoAccount, Person } from './people.ts';
import { shopifyCatalog } from './testing/catalogs.ts';

test('a merchant imports a catalog, puts it right, publishes by it, exports and undoes it', async ({
  page,
  context,
  baseURL,
}) => {
  const id = randomBytes(4).toString('hex');
  await new Person(context.request).signIn(demoAccount('MERCHANT'));
  await page.goto('/merchant/halden/import');
  const file = page.getByLabel('Choose a catalog file');
  await hydrated(file);

  const choose = (text: string) =>
    file.setInputFiles({ name: `${id}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const tab = (name: string) => page.getByRole('button', { name, exact: true });

  // What is wrong is said with its place, and nothing has changed.
  await choose(shopifyCatalog(id));
  await expect(page.getByRole('heading', { name: `${id}.csv` })).toBeVisible();
  await hydrated(tab('Errors 1'));
  await tab('Errors 1').click();
  await page.getByText(`Imported trousers ${id}`).click();
  await expect(page.getByText('“on request” is no price.').first()).toBeVisible();
  await expect(page.getByText('Line 4, column “Variant Price”')).toBeVisible();
  await page.getByRole('button', { name: 'Put the preview away' }).click();
  await page.getByRole('button', { name: 'Put it away' }).click();
  await expect(page.getByText('This import was put away')).toBeVisible();

  // The file that was put right; what only the shop knows is asked for.
  await page.getByRole('link', { name: 'Import a file' }).click();
  await hydrated(file);
  const picture = `${baseURL}/demo/garments/blouse-ivory.webp`;
  await choose(shopifyCatalog(id, { price: '119.00', picture }));
  await expect(tab('New 3')).toBeVisible();
  await expect(tab('Errors 0')).toBeVisible();
  await page.getByText('1 garment to decide').waitFor();
  await tab('Left out 1').click();
  await expect(page.getByRole('list', { name: 'Garments: Left out' })).toBeVisible();
  await page.getByLabel('Kind of Zibelines').selectOption('Dress');
  await expect(page.getByText('Nothing is left out.')).toBeVisible();
  await tab('New 4').click();
  const rows = page.getByRole('list', { name: 'Garments: New' });
  await expect(rows.getByRole('listitem').filter({ hasText: 'tote' })).toContainText(
    'Not for trying on',
  );
  await page.getByRole('button', { name: 'Apply 4 garments' }).click();
  await expect(
    page.getByText(/^4 new garments\. About 1 of the 4 new garments goes live/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();

  await expect(page.getByText(/^(Applying|Applied)$/).first()).toBeVisible();
  // It goes on without the page, and with its picture the shirt is in the shop.
  await page.reload();
  await expect(page.getByText('All 1 are here.')).toBeVisible({ timeout: 45_000 });
  const shopper = await context.newPage();
  await shopper.goto(`/garments/imported-shirt-${id}`);
  await expect(shopper.getByRole('heading', { name: `Imported shirt ${id}` })).toBeVisible();
  await expect(shopper.getByRole('radio', { name: 'S', exact: true })).toBeVisible();
  await shopper.close();

  // Out again, and nothing of it would change anything.
  const exported = await context.request.get('/api/merchant/halden/exports/shopify');
  expect(exported.headers()['content-disposition']).toMatch(
    /attachment; filename="halden-shopify-.*\.csv"/,
  );
  const own = (await exported.text()).split('\n');
  const mine = own.filter((line, index) => index === 0 || line.includes(id));
  const imported = page.url();
  await page.goto('/merchant/halden/import');
  await hydrated(file);
  await choose(mine.join('\n'));
  await expect(page.getByText('There is nothing to apply')).toBeVisible();
  await expect(tab('Unchanged 4')).toBeVisible();

  await page.goto(imported);
  const undo = page.getByRole('button', { name: 'Undo the import' });
  await hydrated(undo);
  await undo.click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  expect((await context.request.get(`/garments/imported-shirt-${id}`)).status()).toBe(404);
});
