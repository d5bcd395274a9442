import { Client, type Dispatcher } from 'undici';
import { quantile } from './times.ts';

export interface Asked {
  path: string;
  headers: Record<string, string>;
  /** By default GET. */
  method?: 'POST';
  body?: string | Buffer;
}

export interface Answer {
  status: number;
  etag: string | undefined;
  body: Buffer;
}

/** What a browser sends with everything, so that the server also does what it does for one. */
export const browserHeaders = {
  accept: 'application/json',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'en-GB,en;q=0.9',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'cors',
  'sec-fetch-site': 'same-origin',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
};

/** A connection that stays open; an answer may be as long in coming as it likes. */
export const openConnection = (url: string): Client =>
  new Client(url, { headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 60_000 });

/** By the dispatcher itself: a request object each would be a good part of what is measured. */
export function ask(
  connection: Dispatcher,
  { path, headers, method, body }: Asked,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  let status = 0;
  let etag: string | undefined;
  const parts: Buffer[] = [];
  connection.dispatch(
    { path, method: method ?? 'GET', headers, body },
    {
      onRequestStart() {},
      onResponseStart(_, code, answered) {
        status = code;
        etag = answered.etag?.toString();
      },
      onResponseData(_, part) {
        parts.push(part);
      },
      onResponseEnd() {
        resolve({ status, etag, body: Buffer.concat(parts) });
      },
      onResponseError(_, error) {
        reject(error);
      },
    },
  );
  return promise;
}

interface Load {
  connections: number;
  seconds: number;
  /** What is asked next, and the only status that may come. */
  next: () => Asked;
  expected: number;
}

/** Asks on each connection again as soon as the last answer is whole. */
export async function loadFor(url: string, { connections, seconds, next, expected }: Load) {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = openConnection(url);
      while (performance.now() < until) {
        const askedAt = performance.now();
        const { status, body } = await ask(connection, next());
        if (status !== expected) throw new Error(`${status} came instead of ${expected}: ${body}`);
        times.push(performance.now() - askedAt);
      }
      await connection.close();
    }),
  );
  return {
    perSecond: times.length / ((performance.now() - startedAt) / 1000),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
