import 'server-only';
import { type Exchange, exchange } from './exchange.ts';
import { toRawText } from './raw-text.ts';
import { readErrorText, readJsonObject } from './wire.ts';

export const SEGMIND_BASE_URL = 'https://api.segmind.com';
/** Uploads have a host of their own. */
export const SEGMIND_ASSET_BASE_URL = 'https://workflows-api.segmind.com';

export type SegmindOptions = Readonly<{
  apiKey: string;
  /** Where the API is, without a version: `https://api.segmind.com`. A trailing /v1 is dropped. */
  baseUrl?: string;
  /**
   * Where `/upload-asset` is. By default the provider's upload host, or `baseUrl` when that is not the
   * provider's: a stand-in serves both.
   */
  assetBaseUrl?: string;
  fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Waits between two polls of `run` and `wait`. */
  sleep?: (ms: number) => Promise<void>;
  /**
   * For one whole exchange, the last byte of the answer included; 30 s by default. Keep it above the
   * 10 s that `fetch` allows for connecting: only its own limit proves that nothing was sent.
   */
  requestTimeoutMs?: number;
  /** For answers in JSON without a picture; 1 MiB by default. */
  maxBodyBytes?: number;
}>;

export type Call = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  json?: unknown;
  to?: 'api' | 'assets';
  timeoutMs?: number;
  maxBodyBytes?: number;
}>;

/** What every call of the client works with. The key lives in the closures only. */
export type SegmindContext = Readonly<{
  call: (call: Call) => Promise<Exchange>;
  now: () => number;
  sleep: (ms: number) => Promise<void>;
  /** Makes text from the provider fit to be kept (see `raw-text.ts`). */
  rawText: (input: string | Uint8Array) => string;
  /** The words of an error body; the start of the body itself when it has none. */
  errorText: (body: Uint8Array) => string;
}>;

/** Of one call, its answer's body too, unless the client is told otherwise. */
export const REQUEST_TIMEOUT_MS = 30_000;

/** Throws a `RangeError` on a key or address that cannot be used; its message never holds the key. */
export function createContext(options: SegmindOptions): SegmindContext {
  const {
    apiKey,
    now,
    requestTimeoutMs = REQUEST_TIMEOUT_MS,
    maxBodyBytes = 1024 * 1024,
  } = options;
  // `fetch` would complain about such a header by printing it.
  if (!/^[\x21-\x7e]{1,512}$/u.test(apiKey)) {
    throw new RangeError(
      'The Segmind API key is empty or holds characters that no header can carry',
    );
  }
  const api = readBaseUrl(options.baseUrl ?? SEGMIND_BASE_URL, 'base');
  const assets = readBaseUrl(
    options.assetBaseUrl ?? (api === SEGMIND_BASE_URL ? SEGMIND_ASSET_BASE_URL : api),
    'asset',
  );
  const rawText = (input: string | Uint8Array) => toRawText(input, apiKey);

  return {
    now,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    rawText,
    errorText: (body) => {
      const json = readJsonObject(body);
      return rawText((json && readErrorText(json)) ?? body);
    },
    call: ({ method, path, json, to = 'api', ...limits }) =>
      exchange(
        options.fetch,
        {
          method,
          url: new URL(`${to === 'api' ? api : assets}${path}`),
          headers: { 'x-api-key': apiKey },
          json,
        },
        {
          timeoutMs: limits.timeoutMs ?? requestTimeoutMs,
          maxBodyBytes: limits.maxBodyBytes ?? maxBodyBytes,
        },
      ),
  };
}

/** The vendor's SDK takes addresses that end in /v1: they are understood here, too. */
function readBaseUrl(text: string, name: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new RangeError(
      `The Segmind ${name} address must be an http(s) address without user name, query and fragment`,
    );
  }
  return url.href.replace(/\/+$/u, '').replace(/\/v[12]$/u, '');
}
