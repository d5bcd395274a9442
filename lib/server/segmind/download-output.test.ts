import { afterEach, describe, expect, it } from 'vitest';
import { downloadOutput } from './download-output.ts';
import { parseOutputHosts } from './output-hosts.ts';
import { closedUrl, listen } from './testing/loopback.ts';
import { html, JPEG, jpegResponse, type Step, scriptedFetch } from './testing/scripted-fetch.ts';

const ADDRESS = 'https://images.segmind.com/generations/a.jpeg?sig=secret';
const HOSTS = parseOutputHosts(['images.segmind.com']);
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const download = (step: Step, address = ADDRESS) => {
  const { fetch: scripted, sent } = scriptedFetch(step);
  return downloadOutput(address, { fetch: scripted, hosts: HOSTS }).then((outcome) => ({
    outcome,
    sent,
  }));
};

/** Downloads from a real server that talks as told. */
async function downloadFrom(talk: Parameters<typeof listen>[0], limits = {}) {
  const server = await listen(talk);
  closing.push(server.close);
  const hosts = parseOutputHosts([new URL(server.url).host]);
  return downloadOutput(`${server.url}/a.jpeg`, { fetch, hosts, ...limits });
}

describe('downloading a finished picture', () => {
  it('gives the bytes, and sends neither key nor cookie', async () => {
    const { outcome, sent } = await download(jpegResponse());
    expect(outcome).toEqual({ kind: 'downloaded', bytes: JPEG, contentType: 'image/jpeg' });
    expect(sent).toHaveLength(1);
    expect([...(sent[0]?.headers.keys() ?? [])]).toEqual(['accept']);
  });

  it('believes the bytes rather than the content type', async () => {
    const { outcome } = await download(
      jpegResponse({ 'content-type': 'application/octet-stream' }),
    );
    expect(outcome).toMatchObject({ kind: 'downloaded', contentType: 'image/jpeg' });
  });

  it('fetches nothing from a host that is not named', async () => {
    const { outcome, sent } = await download(jpegResponse(), 'https://evil.example/a.jpeg');
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'host' });
    expect(sent).toEqual([]);
  });

  it.each([
    [302, 'result_unreadable', false],
    [403, 'result_expired', true],
    [404, 'result_expired', true],
    [410, 'result_expired', false],
    [429, 'provider_error', true],
    [500, 'provider_error', true],
    [503, 'provider_error', true],
    [504, 'provider_timeout', true],
    [204, 'provider_error', true],
    [206, 'provider_error', true],
  ])('fails after %i', async (status, errorClass, tryAgain) => {
    const { outcome } = await download(new Response(null, { status }));
    expect(outcome).toMatchObject({ kind: 'failed', errorClass, httpStatus: status, tryAgain });
  });

  it.each([
    ['an HTML page', html(200)],
    ['nothing', new Response(null)],
    ['words', new Response('soon')],
  ])('does not take %s for a picture', async (_, answer) => {
    expect((await download(answer)).outcome).toMatchObject({
      kind: 'failed',
      errorClass: 'result_unreadable',
      tryAgain: true,
    });
  });

  it('never repeats the address in what it tells', async () => {
    for (const step of [new Response(null, { status: 404 }), html(200), new Error(ADDRESS)]) {
      expect(JSON.stringify((await download(step)).outcome)).not.toContain('secret');
    }
  });
});

describe('downloading a finished picture, over real sockets', () => {
  it('stops at the limit', async () => {
    const outcome = await downloadFrom(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.write(Buffer.concat([JPEG, Buffer.alloc(10_000_000)]));
      },
      { maxBytes: 1_000_000 },
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      errorClass: 'result_unreadable',
      tryAgain: false,
    });
  });

  it('does not wait for a drip', async () => {
    const outcome = await downloadFrom(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
        const drip = setInterval(() => socket.write('\xff'), 5);
        socket.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 150 },
    );
    expect(outcome).toMatchObject({ errorClass: 'provider_timeout', tryAgain: true });
  });

  it('does not take half a picture', async () => {
    const outcome = await downloadFrom((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n');
      socket.write(JPEG, () => socket.destroy());
    });
    expect(outcome).toMatchObject({ errorClass: 'provider_error', tryAgain: true });
  });

  it('follows no redirect', async () => {
    const inside = await listen((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    closing.push(inside.close);
    const outcome = await downloadFrom((socket) =>
      socket.end(`HTTP/1.1 302 X\r\nlocation: ${inside.url}\r\ncontent-length: 0\r\n\r\n`),
    );
    expect(outcome).toMatchObject({ errorClass: 'result_unreadable', tryAgain: false });
    expect(inside.received).toEqual([]);
  });

  it('fails where nobody listens', async () => {
    const url = await closedUrl();
    const hosts = parseOutputHosts([new URL(url).host]);
    expect(await downloadOutput(`${url}/a`, { fetch, hosts })).toMatchObject({
      errorClass: 'provider_error',
      tryAgain: true,
    });
  });
});
