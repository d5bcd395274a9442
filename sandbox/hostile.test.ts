import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_KEY } from './server.ts';
import { PIXEL_BASE64, startTestSandbox, type TestSandbox, validBody } from './test-sandbox.ts';

let t: TestSandbox;
const sockets = new Set<Socket>();

beforeAll(async () => {
  t = await startTestSandbox();
});
afterAll(() => t.close());
beforeEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await t.control('/reset', {});
});

/** A connection that sends what it is told, byte for byte. */
async function connection() {
  const { port, hostname } = new URL(t.url);
  const socket = connect(Number(port), hostname);
  sockets.add(socket);
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  let text = '';
  let over = false;
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    over = true;
  });
  const codes = () => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
  return {
    socket,
    send: (piece: string | Buffer) => socket.write(piece),
    text: () => text,
    codes,
    /** The status codes of the answers once there are `count`, or once the connection is over. */
    async answers(count: number): Promise<number[]> {
      // 64 MB take a busy machine more than the usual second.
      await vi.waitFor(() => expect(over || codes().length >= count).toBe(true), 20_000);
      return codes();
    },
  };
}

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: sandbox.test', ...headers, '', ''].join('\r\n');
const key = `x-api-key: ${DEFAULT_KEY}`;
const json = 'content-type: application/json';
const submit = (body: string | Buffer, ...headers: string[]) =>
  Buffer.concat([
    Buffer.from(
      head(
        'POST /v2/try-on-diffusion',
        key,
        json,
        `content-length: ${Buffer.byteLength(body)}`,
        ...headers,
      ),
    ),
    Buffer.from(body),
  ]);

const valid = JSON.stringify(validBody);
const isAlive = async () =>
  expect((await t.call('/v1/get-user-credits', { method: 'GET' })).status).toBe(200);
const submitsSeen = async () => (await t.control('/received')).counts;

describe('bodies', () => {
  it('over 64 MB are refused with 413, and the connection goes on', async () => {
    const raw = await connection();
    const size = 64 * 1024 * 1024 + 1;
    raw.send(head('POST /v2/try-on-diffusion', key, json, `content-length: ${size}`));
    raw.send(Buffer.alloc(size, 0x20));
    raw.send(head('GET /v1/get-user-credits', key));
    expect(await raw.answers(2)).toEqual([413, 200]);
  });

  it('that come in small pieces hold nobody else up', async () => {
    const raw = await connection();
    raw.send(
      head('POST /v2/try-on-diffusion', key, json, `content-length: ${Buffer.byteLength(valid)}`),
    );
    for (const piece of valid.match(/.{1,40}/g) ?? []) {
      raw.send(piece);
      await isAlive();
    }
    expect(await raw.answers(1)).toEqual([200]);
  });

  it('that break off start no job', async () => {
    const raw = await connection();
    raw.send(head('POST /v2/try-on-diffusion', key, json, 'content-length: 1000'));
    raw.send(valid.slice(0, 20));
    await isAlive();
    raw.socket.destroy();
    await vi.waitFor(async () => expect(await submitsSeen()).toMatchObject({ submit: 1 }));
    expect(await t.control('/state')).toMatchObject({ accounts: [{ open: 0 }] });
  });

  it('in chunks, and after an Expect header, are taken', async () => {
    const raw = await connection();
    raw.send(head('POST /v2/try-on-diffusion', key, json, 'transfer-encoding: chunked'));
    raw.send(`${valid.length.toString(16)}\r\n${valid}\r\n0\r\n\r\n`);
    expect(await raw.answers(1)).toEqual([200]);
    const careful = await connection();
    careful.send(
      head(
        'POST /v2/try-on-diffusion',
        key,
        json,
        'expect: 100-continue',
        `content-length: ${valid.length}`,
      ),
    );
    expect(await careful.answers(1)).toEqual([100]);
    careful.send(valid);
    expect(await careful.answers(2)).toEqual([100, 200]);
  });

  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  it.each([
    ['a byte order mark', `\ufeff${valid}`, 400],
    ['NaN', '{"seed": NaN}', 400],
    ['a number beyond all numbers', valid.replace('"seed":7', '"seed":1e999'), 200],
    ['a name of the prototype', valid.replace('{', '{"__proto__": {"seed": 1}, '), 200],
    ['one name twice', valid.replace('{', '{"seed": "first", '), 200],
    ['a lone surrogate', valid.replace('{', '{"note": "\\ud800", '), 200],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['a hundred thousand brackets', valid.replace('{', `{"extra": ${deep}, `), 200],
  ])('with %s are answered, and told of', async (_case, body, code) => {
    const raw = await connection();
    raw.send(submit(body));
    expect(await raw.answers(1)).toEqual([code]);
    expect(await submitsSeen()).toEqual({ submit: 1 });
  });

  it('are not remembered beyond what tells them apart', async () => {
    const secret = 'confidential '.repeat(100);
    await t.submit({ note: secret, prompt: { deep: secret }, ['x'.repeat(500)]: 1 });
    const report = JSON.stringify(await t.control('/received?kind=submit'));
    expect(report).not.toContain('confidential');
    expect(report.length).toBeLessThan(1500);
  });
});

describe('headers', () => {
  it.each([
    ['the key under another case', [`X-API-KEY: ${DEFAULT_KEY}`], 200],
    ['spaces around the key', [`x-api-key:   ${DEFAULT_KEY}  `], 200],
    ['an empty key', ['x-api-key: '], 401],
    ['the key twice', [key, key], 401],
    ['the key in the wrong case', [key.toUpperCase()], 401],
    ['the key of another scheme', [`authorization: Bearer ${DEFAULT_KEY}`], 401],
    ['a key and a Bearer token', [key, 'authorization: Bearer whatever'], 200],
    ['a key of 10,000 letters', [`x-api-key: ${'a'.repeat(10_000)}`], 401],
    ['more headers than a server reads', [`x-api-key: ${'a'.repeat(100_000)}`], 431],
    ['a cookie and a web page as origin', [key, 'cookie: a=b', 'origin: https://shop.test'], 200],
  ])('%s', async (_case, headers, code) => {
    const raw = await connection();
    raw.send(head('GET /v1/get-user-credits', ...headers));
    expect(await raw.answers(1)).toEqual([code]);
  });

  it.each([
    ['no content type', [], 406],
    ['an empty content type', ['content-type: '], 406],
    ['another case', ['Content-Type: Application/JSON; Charset=UTF-8'], 200],
    ['a JSON dialect', ['content-type: application/vnd.shop+json'], 200],
    ['a type that only begins so', ['content-type: application/jsonp'], 406],
  ])('a submit with %s', async (_case, headers, code) => {
    const raw = await connection();
    const length = `content-length: ${valid.length}`;
    raw.send(head('POST /v2/try-on-diffusion', key, length, ...headers) + valid);
    expect(await raw.answers(1)).toEqual([code]);
  });

  it('without a host are refused by HTTP/1.1 and taken by HTTP/1.0', async () => {
    const one = await connection();
    one.send(`GET / HTTP/1.1\r\n${key}\r\n\r\n`);
    expect(await one.answers(1)).toEqual([400]);
    const old = await connection();
    old.send(
      `POST /v2/try-on-diffusion HTTP/1.0\r\n${key}\r\n${json}\r\ncontent-length: ${valid.length}\r\n\r\n${valid}`,
    );
    expect(await old.answers(1)).toEqual([200]);
    expect(old.text()).toContain(`"status_url":"${t.url}/v2/requests/`);
  });

  it('that are no HTTP end the connection and nothing else', async () => {
    const raw = await connection();
    raw.send('\x16\x03\x01\x02\x00 hello\r\n\r\n');
    expect(await raw.answers(1)).toEqual([400]);
    await isAlive();
  });
});

describe('paths and methods', () => {
  it.each([
    ['GET', '/v2/requests/../get-user-credits', 405],
    ['GET', '/v2/requests/%2e%2e/status', 405],
    ['GET', '/v2/requests/..%2f..%2fetc%2fpasswd', 404],
    ['GET', '/v2/requests/a%00b/status', 404],
    ['GET', '/v2/requests/%zz/status', 404],
    ['GET', '/v2/requests//status', 404],
    ['GET', `/v2/requests/${'a'.repeat(5000)}`, 404],
    ['GET', '/v2/requests/id/status/', 404],
    ['GET', '/v2/requests/', 404],
    ['GET', '/assets/../main.ts', 404],
    ['GET', '/assets/%2e%2e%2fmain.ts', 404],
    ['GET', '/generations/..', 200],
    ['GET', '//evil.test/v1/get-user-credits', 404],
    ['GET', 'http://evil.test/v1/get-user-credits', 200],
    ['GET', '/v1/get-user-credits?x=1&x=%00#hash', 200],
    ['GET', '/V1/GET-USER-CREDITS', 404],
    ['GET', '/v2/__proto__', 405],
    ['POST', '/v2/constructor', 404],
    ['POST', '/v2/try-on-diffusion/', 404],
    ['POST', '/v2/try-on%2Ddiffusion', 404],
    ['HEAD', '/', 200],
    ['HEAD', '/v1/get-user-credits', 405],
    ['HEAD', '/assets/none.png', 404],
    ['OPTIONS', '/v2/try-on-diffusion', 405],
    ['OPTIONS', '*', 404],
    ['PUT', '/v1/try-on-diffusion', 405],
    ['PATCH', '/upload-asset', 405],
    ['TRACE', '/v2/requests/id/status', 405],
  ])('%s %s', async (method, path, code) => {
    const raw = await connection();
    raw.send(head(`${method} ${path}`, key));
    expect(await raw.answers(1)).toEqual([code]);
    await isAlive();
  });

  it('answer HEAD for a file with its length and no byte', async () => {
    const answer = await t.post('/upload-asset', {
      data_urls: [`data:image/png;base64,${PIXEL_BASE64}`],
    });
    const { file_urls } = await t.json(answer);
    const head = await t.call(Array.isArray(file_urls) ? String(file_urls[0]) : '', {
      method: 'HEAD',
    });
    expect(head.headers.get('content-length')).toBe(
      String(Buffer.from(PIXEL_BASE64, 'base64').byteLength),
    );
    expect(await head.text()).toBe('');
  });
});

describe('connections', () => {
  it('carry many calls, refused ones and their unread bodies included', async () => {
    const raw = await connection();
    const unread = (...headers: string[]) =>
      head('POST /v2/try-on-diffusion', `content-length: ${valid.length}`, ...headers) + valid;
    raw.send(unread());
    raw.send(unread(key));
    raw.send(head('GET /v1/try-on-diffusion', key));
    raw.send(submit(valid));
    raw.send(head('GET /v1/get-user-credits', key));
    expect(await raw.answers(5)).toEqual([401, 406, 405, 200, 200]);
  });

  it('carry calls sent all at once, answered in their order', async () => {
    await t.control('/settings', { latency: { mean: 10, sigma: 0 } });
    const raw = await connection();
    const sync = submit(valid).toString().replace('/v2/', '/v1/');
    raw.send(sync + head('GET /v1/get-user-credits', key) + head('GET /nothing'));
    await vi.waitFor(async () =>
      expect(await submitsSeen()).toMatchObject({ credits: 1, other: 1 }),
    );
    expect(raw.codes()).toEqual([]);
    t.clock.advance(10_000);
    expect(await raw.answers(3)).toEqual([200, 200, 404]);
  });

  it('that are left during a v1 call cost what the call costs', async () => {
    await t.control('/settings', { latency: { mean: 10, sigma: 0 } });
    const raw = await connection();
    raw.send(submit(valid).toString().replace('/v2/', '/v1/'));
    await vi.waitFor(async () =>
      expect(await t.control('/state')).toMatchObject({ jobs: { QUEUED: 1 } }),
    );
    raw.socket.destroy();
    await t.control('/settle', {});
    t.clock.advance(10_000);
    expect(await t.control('/state')).toMatchObject({
      jobs: { COMPLETED: 1 },
      accounts: [{ credits: 9.98892, open: 0 }],
    });
  });

  it('of many keys keep to their own balances', async () => {
    const keys = Array.from({ length: 200 }, (_, at) => `SG_${String(at).padStart(16, '0')}`);
    const many = await startTestSandbox({ keys, rpm: 1, credits: 0.02 });
    const codes = await Promise.all(
      keys.map(async (own) => {
        const headers = { 'x-api-key': own };
        const first = await many.submit({}, { headers });
        const second = await many.submit({}, { headers });
        return `${first.status} ${second.status}`;
      }),
    );
    expect(new Set(codes)).toEqual(new Set(['200 429']));
    const { accounts } = await many.control('/state');
    await many.close();
    expect(
      new Set(Array.isArray(accounts) ? accounts.map((a) => JSON.stringify(a).slice(17)) : []),
    ).toHaveLength(1);
  });
});
