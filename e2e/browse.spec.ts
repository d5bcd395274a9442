import { expect, test } from './fixtures.ts';
import { hydrated } from './garment-page.ts';

test('a search is narrowed, sorted and opened, and the way back leads to the same place', {
  tag: '@phone',
}, async ({ page }) => {
  await page.goto('/garments');
  const words = page.getByRole('searchbox', { name: 'Search the garments' });
  await hydrated(words);
  await words.fill('dres');
  await words.press('Enter');
  await expect(page).toHaveURL(/\/garments\?q=dres$/);
  await expect(page.getByText('“dres”')).toBeVisible();
  await page.getByRole('link', { name: 'Dresses', exact: true }).click();
  await expect(page).toHaveURL(/category=DRESS/);

  await page.getByRole('button', { name: 'Filters' }).click();
  const filters = page.getByRole('dialog', { name: 'Filters' });
  // Dresses come in numbers and in letters; only jeans are measured at the waist.
  await expect(filters.getByRole('checkbox', { name: '38', exact: true })).toBeAttached();
  await expect(filters.getByRole('checkbox', { name: /^W\d/ })).toHaveCount(0);
  await filters.getByRole('checkbox', { name: 'Green' }).check();
  await filters.getByRole('checkbox', { name: 'Red' }).check();
  await filters.getByRole('button', { name: 'Show garments' }).click();
  await expect(filters).toBeHidden();
  await expect(page).toHaveURL(/colour=red,green/);
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Price, high to low');
  await expect(page).toHaveURL(/sort=price-down/);
  const address = page.url();

  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(2);
  await page.getByRole('link', { name: 'Column dress' }).first().click();
  await expect(page.getByRole('heading', { name: 'Column dress', level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect(cards).toHaveCount(2);
  await expect(words).toHaveValue('dres');
});

test('a mistyped search says what it was taken for, and an empty one leads out', async ({
  page,
}) => {
  await page.goto('/garments?q=terracota%20dress');
  await expect(page.getByText('This is what there is for “terracotta dress”')).toBeVisible();
  const dress = page.getByRole('article').filter({ hasText: 'Tea dress' });
  const worn = dress.getByRole('img', { name: /worn by the house model/ });
  await expect(worn).toBeHidden();
  await dress.hover();
  await expect(worn).toBeVisible();

  await page.goto('/garments?q=boxi%20tee');
  await expect(page.getByText('This is what there is for “boxy tee”')).toBeVisible();
  await page.getByRole('link', { name: 'Search for exactly “boxi tee”' }).click();
  await expect(page.getByText('Nothing found for “boxi tee”')).toBeVisible();
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(page.getByRole('link', { name: 'Tea dress' })).toBeVisible();
});

test('a garment’s picture is zoomed by keyboard, and its colours lead to each other', async ({
  page,
}) => {
  await page.goto('/garments/lounge-sweater-oat');
  const zoom = page.getByRole('button', { name: 'Zoom', exact: true });
  await hydrated(zoom);
  await zoom.focus();
  await page.keyboard.press('Enter');
  const closer = page.getByRole('dialog');
  await expect(closer.getByRole('button', { name: 'Zoom out' })).toBeDisabled();
  await page.keyboard.press('+');
  await expect(closer.getByRole('button', { name: 'Zoom out' })).toBeEnabled();
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowRight');
  await expect(closer.getByText('2 of 2')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(zoom).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(closer).toBeVisible();
  await page.goBack();
  await expect(closer).toBeHidden();
  await expect(zoom).toBeFocused();
  await expect(page).toHaveURL(/lounge-sweater-oat$/);

  await page.getByRole('radio', { name: 'M', exact: true }).check();
  await expect(page.getByText('M: chest 116 cm')).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Colours' })
    .getByRole('link', { name: 'Plum' })
    .click();
  await expect(page).toHaveURL(/lounge-sweater-plum$/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the shops can be searched, filtered and looked at', async ({ page }) => {
    await page.goto('/garments');
    await page.getByRole('searchbox', { name: 'Search the garments' }).fill('tee');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: 'Orange and rust' }).check();
    await page.getByRole('button', { name: 'Show garments' }).click();
    await expect(page.getByText('1 garment', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Boxy tee' }).click();
    await expect(page.getByRole('heading', { name: 'Boxy tee' })).toBeVisible();
    await expect(page.getByRole('table')).toBeVisible();
  });
});

test('search engines get each garment, and are kept out of private rooms', async ({ request }) => {
  const sitemap = await (await request.get('/sitemap.xml')).text();
  expect(sitemap).toContain('/garments/tea-dress-terracotta</loc>');
  const robots = await (await request.get('/robots.txt')).text();
  for (const room of ['/looks', '/merchant', '/admin']) {
    expect(robots).toContain(`Disallow: ${room}`);
  }
  const html = await (await request.get('/garments/tea-dress-terracotta')).text();
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Product',
    brand: { name: 'Marisol Studio' },
    offers: { price: '129.00', priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
  });
  expect(html).toMatch(/<meta property="og:image" content="http[^"]+\/api\/media\//);
  expect(html).toMatch(/<link rel="canonical" href="http[^"]+\/garments\/tea-dress-terracotta"/);
});
