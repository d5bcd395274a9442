import type { Page } from '@playwright/test';
import { SANDBOX_KEY } from '../scripts/sandbox-process.ts';
import { expect, test } from './fixtures.ts';
import { demoAccount, Person } from './people.ts';
import { sandboxUrl, seeds } from './sandbox.ts';

/** What only the server may know: the key, the names of its settings, where the provider is. */
const secrets = [SANDBOX_KEY, 'SEGMIND_', 'x-api-key', new URL(sandboxUrl).host];

/** Every text that reaches this browser: pages, scripts, styles and JSON alike. */
function collectTexts(page: Page): () => Promise<{ url: string; text: string }[]> {
  const texts: Promise<{ url: string; text: string }>[] = [];
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (response.status() !== 200 || !/javascript|json|html|css|x-component/.test(type)) return;
    const url = response.url();
    texts.push(
      response.text().then(
        (text) => ({ url, text }),
        // A page that is left takes the answers with it that nobody had read.
        () => ({ url, text: '' }),
      ),
    );
  });
  return () => Promise.all(texts);
}

for (const [who, paths] of [
  ['SHOPPER', ['/', '/garments', '/garments/boxy-tee-white', '/looks', '/sign-in', '/sign-up']],
  ['MERCHANT', ['/merchant', '/merchant/halden/garments/new']],
] as const) {
  test(`nothing that a ${who.toLowerCase()}’s browser loads holds a secret of the provider’s`, async ({
    page,
    context,
  }) => {
    await new Person(context.request).signIn(demoAccount(who));
    const texts = collectTexts(page);
    for (const path of paths) await page.goto(path, { waitUntil: 'load' });
    const loaded = await texts();
    expect(loaded.filter(({ url }) => url.includes('/_next/static/')).length).toBeGreaterThan(3);
    const told = loaded.flatMap(({ url, text }) =>
      secrets.filter((secret) => text.includes(secret)).map((secret) => `${secret} in ${url}`),
    );
    expect(told).toEqual([]);
  });
}

test('no answer to a shopper names the provider’s key, addresses, ids or words', async ({
  shopper,
}) => {
  const good = await shopper.ended(await shopper.submitOnPhoto());
  const bad = await shopper.ended(await shopper.submitOnPhoto(seeds.blocked));
  expect([good.state, bad.state]).toEqual(['succeeded', 'blocked']);
  for (const path of [
    `/api/try-ons/${good.id}`,
    `/api/try-ons/${bad.id}`,
    '/api/try-ons',
    '/api/photos',
    '/api/garments',
    '/api/house-models',
    '/api/session',
  ]) {
    const text = await (await shopper.request.get(path)).text();
    for (const secret of [...secrets, 'requestId', 'responsible AI', 'http://', 'https://']) {
      expect(text, `${secret} in ${path}`).not.toContain(secret);
    }
  }
});
