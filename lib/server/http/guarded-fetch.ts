import 'server-only';
import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { createSlots } from '#lib/server/slots.ts';
import { isPublicAddress } from './public-address.ts';

/**
 * Fetching an address that somebody gave us, from a server that can reach more than that person may.
 *
 * The host is resolved once for each request, every address of the answer is checked, and the
 * connection is made to those addresses and no others, so a name that changes its mind in between
 * (DNS rebinding) leads nowhere. Redirects are followed by hand, each as a new address with the same
 * checks. Nothing of ours travels along: no cookie, no credentials, no referrer.
 */
export type GuardedFetch = (address: string, signal?: AbortSignal) => Promise<Fetched>;

export type Fetched = { ok: true; bytes: Uint8Array } | FetchRefused;
export type FetchRefused = { ok: false; code: FetchRefusal; status?: number };

export const fetchRefusals = [
  'bad_address',
  'scheme',
  'port',
  'credentials',
  'private_address',
  'unknown_host',
  'unreachable',
  'timeout',
  'too_large',
  'too_many_redirects',
  'http_error',
] as const;
export type FetchRefusal = (typeof fetchRefusals)[number];

export interface ResolvedAddress {
  address: string;
  family: number;
}

export interface GuardedFetchOptions {
  resolve: (host: string) => Promise<ResolvedAddress[]>;
  /** `host:port` of those that may be private, and on any port. */
  exempt: { has(hostAndPort: string): boolean };
  accept: string;
  maxBytes: number;
  connectMs: number;
  /** For all of it: names, redirects and the body. */
  totalMs: number;
  perHost: number;
  ports?: readonly number[];
  /**
   * A name with public and other addresses is refused; where names are known beforehand, the public ones
   * of them are gone to and no others. Behind DNS64 each name has another: that of a gateway.
   */
  mixedAddresses?: 'refused' | 'public_only';
  /** Three, unless said otherwise. */
  maxRedirects?: number;
  /** Who is asking, so that the other side can tell. */
  userAgent?: string;
}

const DEFAULT_PORTS: readonly number[] = [80, 443];
const MAX_REDIRECTS = 3;
const PICTURES = 'FittingRoom/1 (pictures of a shop)';
/** Longer ones are no address of a picture. */
const MAX_ADDRESS = 4_096;

class Refusal extends Error {
  readonly refused: FetchRefused;

  constructor(code: FetchRefusal, status?: number) {
    super(code);
    this.name = 'Refusal';
    this.refused = { ok: false, code, ...(status === undefined ? {} : { status }) };
  }
}

/** Sends a body to such an address. What came back is for whoever gave the address, whatever it is. */
export type GuardedPost = (
  address: string,
  body: string,
  headers: Record<string, string>,
) => Promise<{ ok: true; status: number; text: string } | FetchRefused>;

/** The same for sending. Redirects are not followed: a body goes where it was addressed to. */
export function createGuardedPost(options: GuardedFetchOptions): GuardedPost {
  const slots = createSlots(options.perHost);

  return async (address, body, headers) => {
    const signal = AbortSignal.timeout(options.totalMs);
    try {
      const url = readAddress(address, options);
      const leave = await slots.take(url.hostname);
      try {
        return await exchange(
          url,
          options,
          signal,
          { method: 'POST', body, headers },
          async (answer) => {
            const bytes = await readWithin(answer.body, options.maxBytes);
            const text = new TextDecoder().decode(bytes);
            return { ok: true as const, status: answer.statusCode, text };
          },
        );
      } finally {
        leave();
      }
    } catch (error) {
      if (error instanceof Refusal) return error.refused;
      return { ok: false, code: signal.aborted ? 'timeout' : reasonOf(error) };
    }
  };
}

/** A fetch that leads to the open internet only. Never throws, but when `signal` is aborted. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { maxRedirects = MAX_REDIRECTS } = options;
  const slots = createSlots(options.perHost);

  return async (address, stopped) => {
    const deadline = AbortSignal.timeout(options.totalMs);
    const signal = stopped ? AbortSignal.any([stopped, deadline]) : deadline;
    try {
      let url = readAddress(address, options);
      for (let redirects = 0; ; redirects += 1) {
        const leave = await slots.take(url.hostname);
        try {
          const answer = await ask(url, options, signal);
          if ('bytes' in answer) return { ok: true, bytes: answer.bytes };
          if (redirects === maxRedirects) throw new Refusal('too_many_redirects', answer.status);
          url = readAddress(answer.location, options, url);
        } finally {
          leave();
        }
      }
    } catch (error) {
      if (error instanceof Refusal) return error.refused;
      stopped?.throwIfAborted();
      return { ok: false, code: deadline.aborted ? 'timeout' : reasonOf(error) };
    }
  };
}

/** What can be seen of an address without asking anybody. @throws Refusal */
function readAddress(
  address: string,
  { exempt, ports = DEFAULT_PORTS }: GuardedFetchOptions,
  base?: URL,
): URL {
  const url = address.length <= MAX_ADDRESS ? URL.parse(address, base) : null;
  if (!url) throw new Refusal('bad_address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Refusal('scheme');
  if (url.username || url.password) throw new Refusal('credentials');
  if (exempt.has(hostAndPort(url))) return url;
  if (!ports.includes(portOf(url))) throw new Refusal('port');
  // A literal address never gets to a resolver. The parser has brought `0x7f.1` and its like into form.
  const literal = literalOf(url);
  if (literal && !isPublicAddress(literal)) throw new Refusal('private_address');
  return url;
}

const portOf = ({ port, protocol }: URL) =>
  port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);

const hostAndPort = (url: URL) => `${url.hostname}:${portOf(url)}`;

function literalOf({ hostname }: URL): string | null {
  const bare = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  return isIP(bare) ? bare : null;
}

/** The addresses to connect to. @throws Refusal when there is none, or some are not public. */
async function resolveChecked(
  url: URL,
  { resolve, exempt, mixedAddresses = 'refused' }: GuardedFetchOptions,
): Promise<ResolvedAddress[]> {
  const literal = literalOf(url);
  if (literal) return [{ address: literal, family: isIP(literal) }];
  const addresses = await resolve(url.hostname).catch(() => []);
  if (addresses.length === 0) throw new Refusal('unknown_host');
  if (exempt.has(hostAndPort(url))) return addresses;
  // All of them and not only the first: which one is connected to is not ours to choose.
  const open = addresses.filter((one) => isPublicAddress(one.address));
  const isRefused = mixedAddresses === 'refused' && open.length < addresses.length;
  if (open.length === 0 || isRefused) throw new Refusal('private_address');
  return open;
}

async function ask(
  url: URL,
  options: GuardedFetchOptions,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array } | { location: string; status: number }> {
  return exchange(
    url,
    options,
    signal,
    { method: 'GET' },
    async ({ statusCode, headers, body }) => {
      if (statusCode >= 300 && statusCode < 400 && typeof headers.location === 'string') {
        return { location: headers.location, status: statusCode };
      }
      if (statusCode !== 200) throw new Refusal('http_error', statusCode);
      if (Number(headers['content-length'] ?? 0) > options.maxBytes) throw new Refusal('too_large');
      return { bytes: await readWithin(body, options.maxBytes) };
    },
  );
}

/** One request to one address, over a connection of its own that ends with `read`. */
async function exchange<T>(
  url: URL,
  options: GuardedFetchOptions,
  signal: AbortSignal,
  { headers, ...sent }: { method: 'GET' | 'POST'; body?: string; headers?: Record<string, string> },
  read: (answer: Dispatcher.ResponseData) => Promise<T>,
): Promise<T> {
  const addresses = await unlessAborted(resolveChecked(url, options), signal);
  const dispatcher = new Agent({
    connect: { timeout: options.connectMs, lookup: pinnedTo(addresses) },
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
  });
  try {
    const answer = await request(url, {
      ...sent,
      dispatcher,
      signal,
      headersTimeout: options.totalMs,
      bodyTimeout: options.totalMs,
      headers: {
        accept: options.accept,
        'accept-encoding': 'identity',
        'user-agent': options.userAgent ?? PICTURES,
        ...headers,
      },
    });
    return await read(answer);
  } finally {
    // Whatever is left of the body is not waited for.
    await dispatcher.destroy();
  }
}

type Lookup = (
  host: string,
  options: { all?: boolean },
  done: (error: Error | null, address: string | ResolvedAddress[], family?: number) => void,
) => void;

/** A lookup that answers with the addresses that were checked, whatever the name says by now. */
function pinnedTo(addresses: ResolvedAddress[]): Lookup {
  return (_host, { all }, done) => {
    const [first] = addresses;
    if (all || !first) done(null, addresses);
    else done(null, first.address, first.family);
  };
}

async function readWithin(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new Refusal('too_large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Names are asked for without a signal. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function reasonOf(error: unknown): FetchRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.includes('TIMEOUT') || code === 'ETIMEDOUT' ? 'timeout' : 'unreachable';
}
