import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestSandbox, type TestSandbox, validBody } from './test-sandbox.ts';

let t: TestSandbox;

describe('keys', () => {
  beforeEach(async () => {
    t = await startTestSandbox({ keys: ['SG_aaaaaaaaaaaaaaaa', 'SG_bbbbbbbbbbbbbbbb'] });
  });
  afterEach(() => t.close());

  const paths = ['/v1/get-user-credits', '/v2/requests/some-id', '/v2/requests/some-id/status'];

  it('tells a missing key and a wrong key apart, with two more fields than other errors', async () => {
    for (const path of paths) {
      const missing = await fetch(`${t.url}${path}`);
      const wrong = await t.call(path, { headers: { 'x-api-key': 'SG_cccccccccccccccc' } });
      expect([missing.status, wrong.status]).toEqual([401, 401]);
      const bodies = [await t.json(missing), await t.json(wrong)];
      for (const body of bodies) {
        expect(body).toEqual({
          error: expect.any(String),
          error_description: expect.any(String),
          status_code: 401,
        });
      }
      expect(bodies[0]?.error).not.toBe(bodies[1]?.error);
    }
  });

  it('refuses a Bearer token as if no key were there', async () => {
    const init = { headers: { authorization: 'Bearer SG_aaaaaaaaaaaaaaaa' } };
    const bearer = await fetch(`${t.url}/v1/get-user-credits`, init);
    const missing = await fetch(`${t.url}/v1/get-user-credits`);
    expect(bearer.status).toBe(401);
    expect(await bearer.json()).toEqual(await missing.json());
  });

  it('asks for the key before it looks at a submit or an upload', async () => {
    for (const path of ['/v1/try-on-diffusion', '/v2/try-on-diffusion', '/upload-asset']) {
      expect((await fetch(`${t.url}${path}`, { method: 'POST', body: '{' })).status).toBe(401);
    }
  });

  it("keeps a key's requests from every other key", async () => {
    const first = { headers: { 'x-api-key': 'SG_aaaaaaaaaaaaaaaa' } };
    const second = { headers: { 'x-api-key': 'SG_bbbbbbbbbbbbbbbb' } };
    const { request_id: id } = await t.json(t.submit({}, first));
    expect((await t.call(`/v2/requests/${id}`, first)).status).toBe(200);
    expect((await t.call(`/v2/requests/${id}`, second)).status).toBe(404);
  });
});

describe('bodies', () => {
  beforeEach(async () => {
    t = await startTestSandbox();
  });
  afterEach(() => t.close());

  it.each(['/v1/try-on-diffusion', '/v2/try-on-diffusion'])(
    '%s refuses JSON that does not parse or is no object with 400',
    async (path) => {
      for (const body of ['{"seed": ', '[]', '"text"', '']) {
        const response = await t.call(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        expect(response.status).toBe(400);
        expect(Object.keys(await t.json(response))).toEqual(['error']);
      }
    },
  );

  it.each([['text/plain'], ['application/x-www-form-urlencoded'], ['multipart/form-data']])(
    'refuses the content type %s with 406',
    async (type) => {
      const response = await t.call('/v2/try-on-diffusion', {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(validBody),
      });
      expect(response.status).toBe(406);
      expect(await t.json(response)).toEqual({ error: 'Invalid content type' });
    },
  );

  it('takes a content type with a charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    expect((await t.submit({}, { headers })).status).toBe(200);
  });
});

describe('credits', () => {
  beforeEach(async () => {
    t = await startTestSandbox({ credits: 0.025, price: 0.01 });
  });
  afterEach(() => t.close());

  const balance = async () => (await t.json(t.call('/v1/get-user-credits'))).credits;

  it('go down with each finished picture and run out: 402 in v2, 406 in v1', async () => {
    await t.start();
    expect(await balance()).toBe(0.015);
    await t.start();
    expect(await balance()).toBe(0.005);
    const queue = await t.submit();
    const sync = await t.sync();
    expect([queue.status, sync.status]).toEqual([402, 406]);
    expect(await t.json(queue)).toEqual(await t.json(sync));
    expect(await balance()).toBe(0.005);
  });

  it('are not taken for a job that failed', async () => {
    await t.start({ category: 'Shoes' });
    await t.start({ model_image: 'data:image/png;base64,AAAA' });
    expect(await balance()).toBe(0.025);
  });

  it('are held back for jobs that still run', async () => {
    await t.control('/settings', { latency: { mean: 10, sigma: 0 } });
    await t.start();
    await t.start();
    expect((await t.submit()).status).toBe(402);
    expect(await balance()).toBe(0.025);
    t.clock.advance(10_000);
    expect(await balance()).toBe(0.005);
  });

  it('come back for a job whose record expired before it ended', async () => {
    await t.start({ seed: 900_000_000_000_021 });
    await t.start({ seed: 900_000_000_000_021 });
    expect((await t.submit()).status).toBe(402);
    t.clock.advance(3600_000);
    expect((await t.submit()).status).toBe(200);
  });
});

describe('the rate limit', () => {
  afterEach(() => t.close());

  it('counts submits in windows of a minute and tells when the next begins', async () => {
    t = await startTestSandbox({ rpm: 2 });
    const start = t.clock.now();
    const first = await t.submit();
    t.clock.advance(15_000);
    const second = await t.submit();
    const third = await t.submit();
    expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
    const left = (response: Response) => response.headers.get('x-rate-limit-remaining');
    expect([left(first), left(second), left(third)]).toEqual(['1', '0', '0']);
    for (const response of [first, second, third]) {
      expect(response.headers.get('x-rate-limit-reset-at-utc')).toBe(
        new Date(start + 60_000).toISOString(),
      );
      expect(response.headers.get('retry-after')).toBeNull();
    }
    expect(Object.keys(await t.json(third))).toEqual(['error']);
    t.clock.advance(45_000);
    expect((await t.submit()).status).toBe(200);
  });

  it('leaves polls alone unless it is told to count them', async () => {
    t = await startTestSandbox({ rpm: 1 });
    const id = await t.start();
    expect((await t.status(id)).status).toBe(200);
    await t.close();
    t = await startTestSandbox({ rpm: 2, countPolls: true });
    const other = await t.start();
    expect((await t.status(other)).status).toBe(200);
    expect((await t.result(other)).status).toBe(429);
  });
});

describe('expiry', () => {
  beforeEach(async () => {
    t = await startTestSandbox();
  });
  afterEach(() => t.close());

  it('forgets a request one hour after its submission', async () => {
    const id = await t.start();
    t.clock.advance(3600_000 - 1);
    expect((await t.result(id)).status).toBe(200);
    t.clock.advance(1);
    expect((await t.result(id)).status).toBe(404);
    expect((await t.status(id)).status).toBe(404);
  });

  it('forgets files after seven days, long after the request', async () => {
    const id = await t.start();
    const { output } = await t.json(t.result(id));
    t.clock.advance(7 * 24 * 3600_000 - 1);
    expect((await fetch(String(output))).status).toBe(200);
    t.clock.advance(1);
    expect((await fetch(String(output))).status).toBe(404);
  });

  it('lets the oldest files make room when memory is full', async () => {
    await t.close();
    t = await startTestSandbox({ maxFileBytes: 60 });
    const urls: string[] = [];
    for (const seed of [1, 2, 3]) {
      const { output } = await t.json(t.result(await t.start({ seed })));
      urls.push(String(output));
    }
    const statuses = await Promise.all(urls.map(async (url) => (await fetch(url)).status));
    expect(statuses).toEqual([404, 200, 200]);
  });
});
