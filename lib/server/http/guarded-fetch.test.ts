import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createGuardedFetch,
  createGuardedPost,
  type FetchRefusal,
  type GuardedFetchOptions,
  type ResolvedAddress,
} from './guarded-fetch.ts';
import { privateHosts } from './testing/ssrf-vectors.ts';

/** A server on this machine that counts who comes: nobody may. */
let trap: Server;
let port: number;
let connections = 0;
let respond: (path: string, response: ServerResponse) => void;

beforeAll(async () => {
  trap = createServer((request, response) => respond(request.url ?? '', response));
  trap.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  port = (trap.address() as AddressInfo).port;
});

afterAll(() => {
  trap.closeAllConnections();
  trap.close();
});

beforeEach(() => {
  connections = 0;
  respond = (_path, response) => response.end('picture');
});

const v4 = (address: string): ResolvedAddress => ({ address, family: 4 });

/** Every port is open here, so that the address alone stands between the caller and the trap. */
const optionsWith = (change: Partial<GuardedFetchOptions> = {}): GuardedFetchOptions => ({
  resolve: async () => [v4('127.0.0.1')],
  exempt: new Set(),
  ports: [80, 443, port],
  accept: 'image/*',
  maxBytes: 1_000,
  connectMs: 1_000,
  totalMs: 5_000,
  perHost: 2,
  ...change,
});
const fetchWith = (change?: Partial<GuardedFetchOptions>) =>
  createGuardedFetch(optionsWith(change));

const own = () => ({ exempt: new Set([`pictures.test:${port}`]) });

describe('an address that somebody gives', () => {
  it(`leads to no private place, in any of ${privateHosts.length} spellings`, async () => {
    const fetchPicture = fetchWith();
    const got: Record<string, FetchRefusal | 'fetched'> = {};
    for (const host of privateHosts) {
      for (const address of [`http://${host}:${port}/a.jpg`, `https://${host}/a.jpg`]) {
        const fetched = await fetchPicture(address);
        got[address] = fetched.ok ? 'fetched' : fetched.code;
      }
    }
    const refused = (code: string) => code === 'private_address' || code === 'bad_address';
    expect(Object.entries(got).filter(([, code]) => !refused(code))).toEqual([]);
    // An address that cannot be read is refused as well, but must not be what the others pass by.
    const unread = Object.values(got).filter((code) => code === 'bad_address');
    expect(unread.length).toBeLessThan(10);
    expect(connections).toBe(0);
  });

  it('is refused when any of its addresses is private, not only the first', async () => {
    const fetchPicture = fetchWith({ resolve: async () => [v4('93.184.216.34'), v4('10.0.0.5')] });
    expect(await fetchPicture('https://two.example/a.jpg')).toEqual({
      ok: false,
      code: 'private_address',
    });
  });

  it('of a name known beforehand is gone to by its public addresses, and by no others', async () => {
    const nat64 = { address: '64:ff9b::5db8:d822', family: 6 };
    const nowhere = { address: '2606:2800::1', family: 6 };
    const codeOf = async (addresses: ResolvedAddress[]) => {
      const fetchPicture = fetchWith({
        resolve: async () => addresses,
        mixedAddresses: 'public_only',
        connectMs: 200,
        totalMs: 400,
      });
      const fetched = await fetchPicture('https://known.example/a.jpg');
      return fetched.ok ? 'fetched' : fetched.code;
    };
    expect(await codeOf([nat64, v4('127.0.0.1')])).toBe('private_address');
    expect(['unreachable', 'timeout']).toContain(await codeOf([nat64, nowhere]));
    expect(connections).toBe(0);
  });

  it('is resolved once, and what is connected to is what was checked', async () => {
    // Public when it is checked, this machine when it is asked again: DNS rebinding.
    let asked = 0;
    const fetchPicture = fetchWith({
      resolve: async () => {
        asked += 1;
        return [v4(asked === 1 ? '192.0.2.1' : '127.0.0.1')];
      },
      exempt: new Set([`rebound.test:${port}`]),
      connectMs: 200,
      totalMs: 400,
    });
    const fetched = await fetchPicture(`http://rebound.test:${port}/a.jpg`);
    expect(fetched.ok).toBe(false);
    expect(asked).toBe(1);
    expect(connections).toBe(0);
  });

  const refusals: [address: string, code: FetchRefusal][] = [
    ['', 'bad_address'],
    ['not an address', 'bad_address'],
    ['http://', 'bad_address'],
    ['http://[::1', 'bad_address'],
    ['http://256.256.256.256/', 'bad_address'],
    ['//pictures.example/a.jpg', 'bad_address'],
    [`https://pictures.example/${'a'.repeat(5_000)}`, 'bad_address'],
    ['file:///etc/passwd', 'scheme'],
    ['ftp://pictures.example/a.jpg', 'scheme'],
    ['gopher://127.0.0.1:70/_', 'scheme'],
    ['data:image/png;base64,AAAA', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['blob:https://pictures.example/1', 'scheme'],
    ['ws://pictures.example/', 'scheme'],
    ['dict://127.0.0.1:11211/stat', 'scheme'],
    ['http://user:pass@pictures.example/a.jpg', 'credentials'],
    ['http://user@pictures.example/a.jpg', 'credentials'],
    ['http://pictures.example@127.0.0.1/a.jpg', 'credentials'],
    ['http://pictures.example:22/', 'port'],
    ['http://pictures.example:5432/', 'port'],
    ['http://pictures.example:6379/', 'port'],
    ['http://pictures.example:8080/', 'port'],
    ['https://pictures.example:9200/', 'port'],
  ];
  it.each(refusals)('%j is refused: %s', async (address, code) => {
    expect(await fetchWith()(address)).toEqual({ ok: false, code });
    expect(connections).toBe(0);
  });

  it('says so when nobody knows the host', async () => {
    const resolve = async () => {
      throw new Error('ENOTFOUND');
    };
    expect(await fetchWith({ resolve })('https://nowhere.example/')).toEqual({
      ok: false,
      code: 'unknown_host',
    });
  });
});

describe('a redirect', () => {
  const to = (location: string) => {
    respond = (path, response) => {
      if (path === '/a.jpg') response.writeHead(302, { location }).end();
      else response.end('picture');
    };
  };
  const start = () => fetchWith(own())(`http://pictures.test:${port}/a.jpg`);

  it('is followed within what is allowed', async () => {
    to('/b.jpg');
    expect(await start()).toMatchObject({ ok: true });
  });

  it.each([
    ['http://127.0.0.1/', 'private_address'],
    ['http://169.254.169.254/latest/meta-data/', 'private_address'],
    ['//[::1]/', 'private_address'],
    ['http://elsewhere.test/', 'private_address'],
    ['file:///etc/passwd', 'scheme'],
    ['http://a:b@pictures.example/', 'credentials'],
    ['http://pictures.example:22/', 'port'],
  ])('to %s is refused: %s', async (location, code) => {
    to(location);
    expect(await start()).toEqual({ ok: false, code });
    expect(connections).toBe(1);
  });

  it('is followed three times and no more', async () => {
    respond = (path, response) => {
      const step = Number(/\d+/.exec(path)?.[0] ?? 0);
      if (step === 3) response.end('picture');
      else response.writeHead(301, { location: `/${step + 1}` }).end();
    };
    expect(await start()).toMatchObject({ ok: true });
    respond = (_path, response) => response.writeHead(301, { location: '/again' }).end();
    expect(await start()).toEqual({ ok: false, code: 'too_many_redirects', status: 301 });
  });
});

describe('what comes back', () => {
  const start = (change: Partial<GuardedFetchOptions> = {}) =>
    fetchWith({ ...own(), ...change })(`http://pictures.test:${port}/a.jpg`);

  it('is given as it came', async () => {
    expect(await start()).toEqual({ ok: true, bytes: new TextEncoder().encode('picture') });
  });

  it('may not be larger than it says, nor than the limit', async () => {
    respond = (_path, response) => response.end('x'.repeat(1_001));
    expect(await start()).toEqual({ ok: false, code: 'too_large' });
    // Without a length, piece by piece and without an end.
    respond = (_path, response) => {
      const more = () => response.write('x'.repeat(500), () => setImmediate(more));
      more();
    };
    expect(await start()).toEqual({ ok: false, code: 'too_large' });
  });

  it('must come in time', async () => {
    respond = (_path, response) => void response.write('a little');
    expect(await start({ totalMs: 150 })).toEqual({ ok: false, code: 'timeout' });
    respond = () => {};
    expect(await start({ totalMs: 150 })).toEqual({ ok: false, code: 'timeout' });
  });

  it('is told by its status when it is none', async () => {
    respond = (_path, response) => response.writeHead(404).end();
    expect(await start()).toEqual({ ok: false, code: 'http_error', status: 404 });
  });

  it('comes from one host to so many at a time as it may', async () => {
    let here = 0;
    let most = 0;
    respond = (_path, response) => {
      here += 1;
      most = Math.max(most, here);
      setImmediate(() => {
        here -= 1;
        response.end('picture');
      });
    };
    const fetchPicture = fetchWith(own());
    const all = await Promise.all(
      Array.from({ length: 9 }, () => fetchPicture(`http://pictures.test:${port}/a.jpg`)),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(most).toBeLessThanOrEqual(2);
  });

  it('throws when the caller gives up', async () => {
    respond = () => {};
    const stop = new AbortController();
    const waiting = fetchWith(own())(`http://pictures.test:${port}/a.jpg`, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(waiting).rejects.toThrow('stopped');
  });
});

describe('sending', () => {
  const post = (address: string, change?: Partial<GuardedFetchOptions>) =>
    createGuardedPost(optionsWith(change))(address, '{}', { 'content-type': 'application/json' });

  it('gives back whatever was answered', async () => {
    respond = (_path, response) => response.writeHead(422).end('no such room');
    expect(await post(`http://pictures.test:${port}/hook`, own())).toEqual({
      ok: true,
      status: 422,
      text: 'no such room',
    });
  });

  it('goes to no private address', async () => {
    const refused = { ok: false, code: 'private_address' };
    expect(await post(`http://10.0.0.1:${port}/hook`)).toEqual(refused);
    expect(await post(`http://rebound.test:${port}/hook`)).toEqual(refused);
    expect(connections).toBe(0);
  });

  it('follows nobody elsewhere', async () => {
    const seen: string[] = [];
    respond = (path, response) => {
      seen.push(path);
      response.writeHead(307, { location: '/elsewhere' }).end();
    };
    expect(await post(`http://pictures.test:${port}/hook`, own())).toMatchObject({ status: 307 });
    expect(seen).toEqual(['/hook']);
  });
});
