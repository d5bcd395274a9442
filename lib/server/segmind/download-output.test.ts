import { afterEach, describe, expect, it } from 'vitest';
import {
  createGuardedFetch,
  type Fetched,
  type GuardedFetchOptions,
} from '#lib/server/http/guarded-fetch.ts';
import { downloadOutput, outputFetchOptions } from './download-output.ts';
import { parseOutputHosts } from './output-hosts.ts';
import { closedUrl, listen } from './testing/loopback.ts';
import { JPEG } from './testing/scripted-fetch.ts';

const ADDRESS = 'https://images.segmind.com/generations/a.jpeg?sig=secret';
const HOSTS = parseOutputHosts(['images.segmind.com']);
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What was asked for, and what became of it when the fetch ended so. */
async function download(fetched: Fetched, address = ADDRESS) {
  const asked: string[] = [];
  const fetchOutput = async (one: string) => {
    asked.push(one);
    return fetched;
  };
  return { outcome: await downloadOutput(address, { fetchOutput, hosts: HOSTS }), asked };
}

const downloaded = (text: string): Fetched => ({ ok: true, bytes: new TextEncoder().encode(text) });
const failedWith = (status: number): Fetched => ({ ok: false, code: 'http_error', status });

/** Downloads from a real server that talks as told. */
async function downloadFrom(
  talk: Parameters<typeof listen>[0],
  limits: Partial<GuardedFetchOptions> = {},
) {
  const server = await listen(talk);
  closing.push(server.close);
  const hosts = parseOutputHosts([new URL(server.url).host]);
  const fetchOutput = createGuardedFetch({ ...outputFetchOptions(hosts), ...limits });
  const outcome = await downloadOutput(`${server.url}/a.jpeg`, { fetchOutput, hosts });
  return { outcome, received: server.received };
}

describe('downloading a finished picture', () => {
  it('gives the bytes, whatever they were called', async () => {
    const { outcome, asked } = await download({ ok: true, bytes: JPEG });
    expect(outcome).toEqual({ kind: 'downloaded', bytes: JPEG, contentType: 'image/jpeg' });
    expect(asked).toEqual([ADDRESS]);
  });

  it('fetches nothing from a host that is not named', async () => {
    const { outcome, asked } = await download(downloaded('x'), 'https://evil.example/a.jpeg');
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'host' });
    expect(asked).toEqual([]);
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
    const { outcome } = await download(failedWith(status));
    expect(outcome).toMatchObject({ kind: 'failed', errorClass, httpStatus: status, tryAgain });
  });

  it.each([
    ['timeout', 'provider_timeout', true],
    ['unreachable', 'provider_error', true],
    ['unknown_host', 'provider_error', true],
    ['private_address', 'provider_error', true],
    ['too_large', 'result_unreadable', false],
  ] as const)('fails when the fetch ends with %s', async (code, errorClass, tryAgain) => {
    const { outcome } = await download({ ok: false, code });
    expect(outcome).toMatchObject({ kind: 'failed', errorClass, tryAgain });
  });

  it.each([
    ['an HTML page', '<!DOCTYPE html><html><body><h1>Something</h1></body></html>'],
    ['nothing', ''],
    ['words', 'soon'],
  ])('does not take %s for a picture', async (_, text) => {
    expect((await download(downloaded(text))).outcome).toMatchObject({
      kind: 'failed',
      errorClass: 'result_unreadable',
      tryAgain: true,
    });
  });

  it('never repeats the address in what it tells', async () => {
    const answers: Fetched[] = [
      failedWith(404),
      downloaded('soon'),
      { ok: false, code: 'timeout' },
    ];
    for (const fetched of answers) {
      expect(JSON.stringify((await download(fetched)).outcome)).not.toContain('secret');
    }
  });
});

describe('downloading a finished picture, over real sockets', () => {
  it('sends neither key nor cookie', async () => {
    const { outcome, received } = await downloadFrom((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${JPEG.length}\r\n\r\n`);
      socket.end(JPEG);
    });
    expect(outcome).toEqual({ kind: 'downloaded', bytes: JPEG, contentType: 'image/jpeg' });
    const names = received[0]?.match(/^[\w-]+(?=: )/gmu)?.sort();
    expect(names).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('stops at the limit', async () => {
    const { outcome } = await downloadFrom(
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
    const { outcome } = await downloadFrom(
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
        const drip = setInterval(() => socket.write('\xff'), 5);
        socket.on('close', () => clearInterval(drip));
      },
      { totalMs: 150 },
    );
    expect(outcome).toMatchObject({ errorClass: 'provider_timeout', tryAgain: true });
  });

  it('does not take half a picture', async () => {
    const { outcome } = await downloadFrom((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n');
      socket.write(JPEG, () => socket.destroy());
    });
    expect(outcome).toMatchObject({ errorClass: 'provider_error', tryAgain: true });
  });

  it('follows no redirect', async () => {
    const inside = await listen((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    closing.push(inside.close);
    const { outcome } = await downloadFrom((socket) =>
      socket.end(`HTTP/1.1 302 X\r\nlocation: ${inside.url}\r\ncontent-length: 0\r\n\r\n`),
    );
    expect(outcome).toMatchObject({ errorClass: 'result_unreadable', tryAgain: false });
    expect(inside.received).toEqual([]);
  });

  it('fails where nobody listens', async () => {
    const url = await closedUrl();
    const hosts = parseOutputHosts([new URL(url).host]);
    const fetchOutput = createGuardedFetch(outputFetchOptions(hosts));
    expect(await downloadOutput(`${url}/a`, { fetchOutput, hosts })).toMatchObject({
      errorClass: 'provider_error',
      tryAgain: true,
    });
  });
});
