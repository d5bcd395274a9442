import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSegmindClient, type SegmindClient } from './client.ts';
import { closedUrl, listen } from './testing/loopback.ts';
import { JPEG, PARAMETERS, type Step, scriptedFetch, TEST_KEY } from './testing/scripted-fetch.ts';

const PICTURE = { bytes: JPEG, contentType: 'image/jpeg' } as const;

describe('the client, over real sockets', () => {
  it('goes from submit to result and names its own addresses only', async () => {
    const server = await listen((socket, request) => {
      const path = request.split(' ')[1] ?? '';
      const body = path.endsWith('/status')
        ? { status: 'COMPLETED', status_url: 'http://stranger.invalid/' }
        : path.includes('/requests/')
          ? { status: 'COMPLETED', output: 'https://images.segmind.com/generations/a.jpeg' }
          : { request_id: 'job-1', status_url: 'http://stranger.invalid/' };
      const text = JSON.stringify(body);
      socket.write(
        `HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: ${text.length}\r\n\r\n${text}`,
      );
      socket.end();
    });
    const client = createSegmindClient({
      apiKey: TEST_KEY,
      baseUrl: `${server.url}/v1`,
      fetch,
      now: Date.now,
    });
    expect(await client.run(PARAMETERS, { intervalMs: 1 })).toMatchObject({ requestId: 'job-1' });
    expect(server.received.map((request) => request.split(' HTTP')[0])).toEqual([
      'POST /v2/try-on-diffusion',
      'GET /v2/requests/job-1/status',
      'GET /v2/requests/job-1',
    ]);
    for (const request of server.received) expect(request).toContain(`x-api-key: ${TEST_KEY}`);
    await server.close();
  });

  it('knows that nothing was accepted where nobody listens', async () => {
    const client = createSegmindClient({
      apiKey: TEST_KEY,
      baseUrl: await closedUrl(),
      fetch,
      now: Date.now,
    });
    expect(await client.submitTryOn(PARAMETERS)).toMatchObject({
      kind: 'not_accepted',
      resend: 'later',
    });
  });

  it('does not know when the socket dies after the body was sent', async () => {
    const server = await listen((socket) => socket.destroy());
    const client = createSegmindClient({
      apiKey: TEST_KEY,
      baseUrl: server.url,
      fetch,
      now: Date.now,
    });
    expect(await client.submitTryOn(PARAMETERS)).toMatchObject({ kind: 'unknown' });
    expect(server.received).toHaveLength(1);
    await server.close();
  });
});

describe('the key', () => {
  it('shows in nothing that the client is, returns or throws', async () => {
    const echo = () =>
      new Response(`{"error":"the key ${TEST_KEY} is wrong","key":"${TEST_KEY}"}`, { status: 401 });
    const failure = new TypeError('fetch failed', {
      cause: Object.assign(new Error(`x-api-key: ${TEST_KEY}`), { code: 'ECONNRESET' }),
    });
    const calls = (client: SegmindClient): (() => Promise<unknown>)[] => [
      () => client.submitTryOn(PARAMETERS),
      () => client.checkStatus('job-1'),
      () => client.fetchResult('job-1'),
      () => client.uploadAssets([PICTURE]),
      () => client.credits(),
      () => client.generate(PARAMETERS),
      () => client.submit(PARAMETERS),
      () => client.status('job-1'),
      () => client.result('job-1'),
      () => client.wait('job-1', { timeoutMs: 10, intervalMs: 20 }),
      () => client.run(PARAMETERS),
      () => client.uploadAsset(PICTURE),
    ];
    const steps: (() => Step)[] = [echo, () => failure];
    for (const step of steps) {
      const count = calls(
        createSegmindClient({ apiKey: TEST_KEY, ...scriptedFetch(), now: Date.now }),
      ).length;
      const { fetch: scripted, sent } = scriptedFetch(...Array.from({ length: count }, step));
      const client = createSegmindClient({ apiKey: TEST_KEY, fetch: scripted, now: Date.now });
      for (const call of calls(client)) {
        const seen = await call().catch((error: unknown) => error);
        const stack = seen instanceof Error ? (seen.stack ?? '') : '';
        expect(`${JSON.stringify(seen)}${String(seen)}${stack}`).not.toContain(TEST_KEY);
        expect(inspect(seen, { depth: null, showHidden: true })).not.toContain(TEST_KEY);
      }
      expect(sent).toHaveLength(count);
      expect(inspect(client, { depth: null, showHidden: true })).not.toContain(TEST_KEY);
      expect(JSON.stringify(client)).not.toContain(TEST_KEY);
    }
  });
});
