import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { exchange } from './exchange.ts';
import { closedUrl, listen } from './testing/loopback.ts';
import { json, scriptedFetch } from './testing/scripted-fetch.ts';

const LIMITS = { timeoutMs: 5000, maxBodyBytes: 1000 };
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(talk: Parameters<typeof listen>[0]) {
  const server = await listen(talk);
  closing.push(server.close);
  return server;
}

const post = (url: string, limits = LIMITS) =>
  exchange(fetch, { method: 'POST', url: new URL(url), json: { a: 1 } }, limits);

const textOf = (body: Uint8Array) => new TextDecoder().decode(body);

describe('one exchange, over real sockets', () => {
  it('hands over a whole answer', async () => {
    const { url, received } = await serve((socket) =>
      socket.end('HTTP/1.1 422 X\r\ncontent-length: 2\r\nx-a: b\r\n\r\nno'),
    );
    const answer = await post(url);
    expect(answer).toMatchObject({ kind: 'answered', status: 422, cut: undefined });
    if (answer.kind !== 'answered') return;
    expect(textOf(answer.body)).toBe('no');
    expect(answer.headers.get('x-a')).toBe('b');
    expect(received[0]).toContain('content-type: application/json');
  });

  it('proves that nothing was sent when the connection is refused', async () => {
    expect(await post(await closedUrl())).toMatchObject({
      kind: 'failed',
      failure: { sent: 'not_sent', message: 'connection refused (ECONNREFUSED)' },
    });
  });

  it('proves that nothing was sent when the host has no address', async () => {
    expect(await post('http://nobody.invalid:81')).toMatchObject({
      kind: 'failed',
      failure: { sent: 'not_sent' },
    });
  });

  it('proves that nothing was sent when the server does not speak TLS', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(async () => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await post(`https://127.0.0.1:${port}`)).toMatchObject({
      kind: 'failed',
      failure: { sent: 'not_sent', message: expect.stringContaining('TLS') },
    });
  });

  it('cannot tell when the socket is cut after the request', async () => {
    const { url, received } = await serve((socket) => socket.destroy());
    expect(await post(url)).toMatchObject({ kind: 'failed', failure: { sent: 'lost' } });
    expect(received).toHaveLength(1);
  });

  it('cannot tell when the socket is reset after the request', async () => {
    const { url } = await serve((socket) => socket.resetAndDestroy());
    expect(await post(url)).toMatchObject({ kind: 'failed', failure: { sent: 'lost' } });
  });

  it('cannot tell when the answer is not HTTP', async () => {
    const { url } = await serve((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await post(url)).toMatchObject({ kind: 'failed', failure: { sent: 'lost' } });
  });

  it('cannot tell when no answer comes in time', async () => {
    const { url } = await serve(() => undefined);
    expect(await post(url, { ...LIMITS, timeoutMs: 60 })).toMatchObject({
      kind: 'failed',
      failure: { sent: 'lost', timedOut: true, message: 'no answer within 60 ms' },
    });
  });

  it('keeps what came before the body was cut off', async () => {
    const { url } = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"request', () =>
        socket.destroy(),
      );
    });
    const answer = await post(url);
    expect(answer).toMatchObject({ kind: 'answered', status: 200, cut: 'socket' });
  });

  it('does not let a slow drip outlast the deadline', async () => {
    const { url } = await serve((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 5);
      socket.on('close', () => clearInterval(drip));
    });
    const answer = await post(url, { ...LIMITS, timeoutMs: 150 });
    expect(answer).toMatchObject({ kind: 'answered', status: 200, cut: 'deadline' });
    if (answer.kind === 'answered') expect(textOf(answer.body)).toMatch(/^x+$/u);
  });

  it('stops reading a body that is too large, and hangs up', async () => {
    const hungUp = Promise.withResolvers<void>();
    const { url } = await serve((socket) => {
      socket.on('close', () => hungUp.resolve());
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.write(Buffer.alloc(10_000_000, 'garbage '));
    });
    const answer = await post(url);
    expect(answer).toMatchObject({ kind: 'answered', cut: 'size' });
    if (answer.kind === 'answered') expect(answer.body).toHaveLength(1000);
    await hungUp.promise;
  });

  it('takes a body that has exactly the limit', async () => {
    const { url } = await serve((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1000)}`),
    );
    const answer = await post(url);
    expect(answer).toMatchObject({ kind: 'answered', cut: undefined });
    if (answer.kind === 'answered') expect(answer.body).toHaveLength(1000);
  });

  it('does not follow a redirect, which could lead the key to a stranger', async () => {
    const stranger = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    const { url } = await serve((socket) =>
      socket.end(`HTTP/1.1 307 X\r\nlocation: ${stranger.url}\r\ncontent-length: 0\r\n\r\n`),
    );
    expect(await post(url)).toMatchObject({ kind: 'answered', status: 307 });
    expect(stranger.received).toEqual([]);
  });
});

describe('one exchange, with any fetch', () => {
  it('keeps its deadline even when the fetch does not heed the signal', async () => {
    const { fetch: silent } = scriptedFetch('silence');
    const request = { method: 'GET', url: new URL('https://a.example') } as const;
    expect(await exchange(silent, request, { ...LIMITS, timeoutMs: 20 })).toMatchObject({
      kind: 'failed',
      failure: { sent: 'lost', timedOut: true },
    });
  });

  it('takes an answer without a body', async () => {
    const { fetch: empty } = scriptedFetch(new Response(null, { status: 204 }), json(200, {}));
    const request = { method: 'GET', url: new URL('https://a.example') } as const;
    expect(await exchange(empty, request, LIMITS)).toMatchObject({ status: 204, cut: undefined });
  });
});
