import { createServer, request, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_KEY } from './server.ts';
import {
  jpegOfSeed,
  PIXEL,
  PIXEL_BASE64,
  startTestSandbox,
  type TestSandbox,
  validBody,
} from './test-sandbox.ts';

let t: TestSandbox;

beforeAll(async () => {
  t = await startTestSandbox();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.control('/reset', {});
});

describe('v2', () => {
  it('answers a submit with the id and three absolute URLs', async () => {
    const response = await t.submit();
    expect(response.status).toBe(200);
    const body = await t.json(response);
    const id = String(body.request_id);
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);
    expect(body).toEqual({
      request_id: id,
      status: 'QUEUED',
      poll_url: `${t.url}/v1/requests/${id}`,
      status_url: `${t.url}/v2/requests/${id}/status`,
      response_url: `${t.url}/v2/requests/${id}`,
    });
  });

  it('goes QUEUED, PROCESSING, COMPLETED as time passes', async () => {
    await t.control('/settings', { latency: { mean: 10, sigma: 0 } });
    const id = await t.start();
    const open = {
      request_id: id,
      status_url: `${t.url}/v2/requests/${id}/status`,
      response_url: `${t.url}/v2/requests/${id}`,
      metrics: {},
    };
    expect(await t.json(t.status(id))).toEqual({ status: 'QUEUED', ...open });
    t.clock.advance(5000);
    expect(await t.json(t.status(id))).toEqual({ status: 'PROCESSING', ...open });
    expect(await t.json(t.result(id))).toEqual({ status: 'PROCESSING', ...open });
    t.clock.advance(5000);
    expect(await t.json(t.status(id))).toEqual({
      status: 'COMPLETED',
      request_id: id,
      metrics: {
        cost: 0.01108,
        inference_time: 9.4,
        queue_time: 0.6,
        total_time: 10,
        remaining_credits: 9.98892,
      },
    });
  });

  it('answers the result with the address of the picture, under /v1 as well', async () => {
    const id = await t.start({ seed: 31 });
    const body = await t.json(t.result(id));
    expect(body).toMatchObject({ status: 'COMPLETED', error: null });
    expect(body.output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/generations\/[\w-]+\.jpeg$/);
    expect(await t.json(t.call(`/v1/requests/${id}`))).toEqual(body);

    const picture = await fetch(String(body.output));
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(jpegOfSeed(31)));
  });

  it('carries the picture as a data URI when base64 is asked for', async () => {
    const id = await t.start({ base64: true });
    const { output } = await t.json(t.result(id));
    expect(output).toBe(`data:image/jpeg;base64,${Buffer.from(jpegOfSeed(7)).toString('base64')}`);
  });

  it('draws a seed itself when none is given', async () => {
    const { seed: _seed, ...rest } = validBody;
    const { request_id: id } = await t.json(t.post('/v2/try-on-diffusion', rest));
    await t.control('/settle', {});
    const { output } = await t.json(t.result(String(id)));
    const picture = await (await fetch(String(output))).text();
    expect(picture).toContain(`picture of seed ${2 ** 30}`);
  });

  it('says QUEUED for a moment before a validation failure when there is latency', async () => {
    await t.control('/settings', { latency: { mean: 10, sigma: 0 } });
    const id = await t.start({ category: 'Shoes' });
    expect(await t.json(t.status(id))).toMatchObject({ status: 'QUEUED' });
    t.clock.advance(700);
    expect(await t.json(t.status(id))).toMatchObject({
      status: 'FAILED',
      metrics: { inference_time: 0.008 },
    });
  });
});

describe('v1', () => {
  it('answers the bytes of the picture', async () => {
    const response = await t.sync({ seed: 12 });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('x-remaining-credits')).toBe('9.98892');
    expect(Number(response.headers.get('x-generation-time'))).toBeGreaterThan(0);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(jpegOfSeed(12)));
  });

  it('answers JSON with the picture in base64 when that is asked for', async () => {
    const body = await t.json(t.sync({ base64: true }));
    expect(body).toEqual({ image: Buffer.from(jpegOfSeed(7)).toString('base64') });
  });

  it('answers a failed inference with its text', async () => {
    const response = await t.sync({ model_image: 'https://' });
    expect(response.status).toBe(422);
    expect(await t.json(response)).toEqual({
      error: 'Reference media rejected: model_image is not a valid URL.',
    });
  });
});

describe('pictures', () => {
  let host: Server;
  let origin = '';

  beforeAll(async () => {
    host = createServer((incoming, response) => {
      if (incoming.url === '/pixel.png') response.end(Buffer.from(PIXEL_BASE64, 'base64'));
      else if (incoming.url === '/page') response.end('<html></html>');
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', () => resolve()));
    const address = host.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  });
  afterAll(async () => {
    host.closeAllConnections();
    await new Promise((resolve) => host.close(resolve));
  });

  const outcome = async (model_image: string) => t.json(t.status(await t.start({ model_image })));

  it('are fetched from the URLs given', async () => {
    expect(await outcome(`${origin}/pixel.png`)).toMatchObject({ status: 'COMPLETED' });
  });

  it.each([
    ['/missing.png', 'could not be downloaded (HTTP 404).'],
    ['/page', 'is not a valid image.'],
  ])('fail the job when %s answers something else', async (path, text) => {
    expect(await outcome(`${origin}${path}`)).toMatchObject({
      status: 'FAILED',
      error: `Reference media rejected: model_image ${text}`,
    });
  });

  it('are taken from an upload, by the address it answered', async () => {
    const answer = await t.json(t.post('/upload-asset', { data_urls: [PIXEL, PIXEL] }));
    expect(answer).toEqual({
      file_urls: [expect.stringContaining(`${t.url}/assets/`), expect.stringMatching(/\.png$/)],
      message: expect.any(String),
    });
    const urls = Array.isArray(answer.file_urls) ? answer.file_urls : [];
    const file = await fetch(String(urls[0]));
    expect(file.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await file.arrayBuffer()).toString('base64')).toBe(PIXEL_BASE64);
    expect(await outcome(String(urls[1]))).toMatchObject({ status: 'COMPLETED' });
  });

  it('are uploaded under /v1 as well', async () => {
    const answer = await t.post('/v1/upload-asset', { data_urls: [PIXEL] });
    expect(answer.status).toBe(200);
  });

  it.each([[{}], [{ data_urls: [] }], [{ data_urls: ['hello'] }], [{ data_urls: [5] }]])(
    'are refused as an upload of %j',
    async (body) => {
      const answer = await t.post('/upload-asset', body);
      expect(answer.status).toBe(400);
      expect(await t.json(answer)).toEqual({ error: expect.stringContaining('data_urls') });
    },
  );
});

describe('the rest of the wire', () => {
  it('tells the balance without billing', async () => {
    expect(await t.json(t.call('/v1/get-user-credits'))).toEqual({
      credits: 10,
      'free-credits': 0,
    });
  });

  it.each([
    ['GET', '/v1/try-on-diffusion'],
    ['GET', '/v2/try-on-diffusion'],
    ['POST', '/v1/get-user-credits'],
    ['DELETE', '/v2/requests/some-id'],
    ['POST', '/v2/requests/some-id/status'],
    ['GET', '/upload-asset'],
  ])('answers %s %s with an HTML 405', async (method, path) => {
    const response = await t.call(path, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('allow')).toBeTruthy();
    expect(await response.text()).toContain('<html');
  });

  it('knows no other model and no other path', async () => {
    const model = await t.post('/v2/another-model', validBody);
    expect(model.status).toBe(404);
    expect(await t.json(model)).toEqual({ error: 'Model not found: another-model' });
    expect((await t.call('/v3/anything')).status).toBe(404);
    expect((await t.call('/generations/none.jpeg')).status).toBe(404);
  });

  it('answers 404 for a request it never saw', async () => {
    for (const response of [await t.status('no-such-id'), await t.result('no-such-id')]) {
      expect(response.status).toBe(404);
      expect(await t.json(response)).toEqual({ error: 'Request not found or expired' });
    }
  });

  it.each([
    ['provider.test:8080', 'http://provider.test:8080'],
    ['<script>', ''],
  ])('builds its URLs from the Host header %s when that is one', async (host, origin) => {
    const body = await new Promise<string>((resolve, reject) => {
      const headers = {
        host,
        'x-api-key': DEFAULT_KEY,
        'content-type': 'application/json',
      };
      request(`${t.url}/v2/try-on-diffusion`, { method: 'POST', headers }, (response) => {
        response.setEncoding('utf8').on('data', resolve).on('error', reject);
      })
        .on('error', reject)
        .end(JSON.stringify(validBody));
    });
    expect(body).toContain(`"status_url":"${origin || t.url}/v2/requests/`);
  });
});

it('builds its URLs from the public address when it is given one', async () => {
  const behind = await startTestSandbox({ publicUrl: 'https://sandbox.example' });
  const { status_url } = await behind.json(behind.submit());
  await behind.close();
  expect(status_url).toMatch(/^https:\/\/sandbox\.example\/v2\/requests\//);
});
