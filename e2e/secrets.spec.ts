import { SANDBOX_KEY } from '../scripts/sandbox-process.ts';
import { expect, test } from './fixtures.ts';
import { sandboxUrl, seeds } from './sandbox.ts';

/** What only the server may know: the key, the names of its settings, where the provider is. */
const secrets = [SANDBOX_KEY, 'SEGMIND_', 'x-api-key', new URL(sandboxUrl).host];

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
