import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createContext } from './context.ts';
import { json, scriptedContext, scriptedFetch, TEST_KEY } from './testing/scripted-fetch.ts';

const reach = async (options: { baseUrl?: string; assetBaseUrl?: string }, to?: 'assets') => {
  const { context, sent } = scriptedContext([json(200, {})], options);
  await context.call({ method: 'GET', path: '/v2/requests/a', to });
  return sent[0];
};

describe('where calls go', () => {
  it('goes to the provider with the key in its own header', async () => {
    const request = await reach({});
    expect(request?.url).toBe('https://api.segmind.com/v2/requests/a');
    expect(request?.headers.get('x-api-key')).toBe(TEST_KEY);
    expect(request?.headers.get('authorization')).toBeNull();
  });

  it.each([
    'http://127.0.0.1:4010',
    'http://127.0.0.1:4010/',
    'http://127.0.0.1:4010/v1',
    'http://127.0.0.1:4010/v2/',
  ])('understands %s as the address of a stand-in', async (baseUrl) => {
    expect((await reach({ baseUrl }))?.url).toBe('http://127.0.0.1:4010/v2/requests/a');
  });

  it('keeps the path of a proxy', async () => {
    const request = await reach({ baseUrl: 'https://proxy.example/segmind/v1' });
    expect(request?.url).toBe('https://proxy.example/segmind/v2/requests/a');
  });

  it('uploads to the host that the provider has for it', async () => {
    const request = await reach({}, 'assets');
    expect(request?.url).toBe('https://workflows-api.segmind.com/v2/requests/a');
  });

  it('uploads to a stand-in when the API is one, so that no photo leaves the laptop', async () => {
    const request = await reach({ baseUrl: 'http://127.0.0.1:4010/v1' }, 'assets');
    expect(request?.url).toBe('http://127.0.0.1:4010/v2/requests/a');
  });

  it.each([
    '',
    'api.segmind.com',
    'ftp://a.b',
    'https://u:p@a.b',
    'https://a.b?x',
    'https://a.b#x',
  ])('refuses %j as an address', (baseUrl) => {
    expect(() =>
      createContext({ apiKey: TEST_KEY, baseUrl, now: Date.now, ...scriptedFetch() }),
    ).toThrow(RangeError);
  });
});

describe('the key', () => {
  it('is refused without being printed when no header could carry it', () => {
    for (const apiKey of ['', `${TEST_KEY}\n`, `${TEST_KEY}é`, `${TEST_KEY} `]) {
      const attempt = () => createContext({ apiKey, now: Date.now, ...scriptedFetch() });
      expect(attempt).toThrow(/header/u);
      expect(attempt).not.toThrow(TEST_KEY);
    }
  });

  it('cannot be read from the context', () => {
    const { context } = scriptedContext([]);
    expect(JSON.stringify(context)).not.toContain(TEST_KEY);
    expect(inspect(context, { depth: null, showHidden: true })).not.toContain(TEST_KEY);
    expect(String(context)).not.toContain(TEST_KEY);
  });
});
