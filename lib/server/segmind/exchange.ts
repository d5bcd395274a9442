import 'server-only';
import { type NetworkFailure, readNetworkError } from './network-error.ts';

/** Why a body ended before its end. */
export type Cut = 'size' | 'deadline' | 'socket';

export type Exchange =
  | {
      kind: 'answered';
      status: number;
      headers: Headers;
      /** What was read of the body: all of it, or the beginning when `cut` is set. */
      body: Uint8Array;
      cut?: Cut;
    }
  /** No status line was read. */
  | { kind: 'failed'; failure: NetworkFailure };

export type ExchangeRequest = Readonly<{
  method: 'GET' | 'POST';
  url: URL;
  headers?: Record<string, string>;
  json?: unknown;
}>;

export type ExchangeLimits = Readonly<{
  /** For everything together: connecting, the answer and the last byte of its body. */
  timeoutMs: number;
  maxBodyBytes: number;
}>;

const DEADLINE = Symbol('deadline');

/**
 * One HTTP request with a deadline and a limit to what is read. Never throws, never follows a
 * redirect (the key would travel along), and never repeats anything.
 *
 * The deadline also strikes while the connection is still being made. That cannot be told apart from
 * a silent server, so it counts as `lost`; undici's own limit for connecting (10 s) comes first
 * as long as `timeoutMs` is longer.
 */
export async function exchange(
  send: typeof fetch,
  request: ExchangeRequest,
  limits: ExchangeLimits,
): Promise<Exchange> {
  const controller = new AbortController();
  const deadline = startDeadline(limits.timeoutMs);
  try {
    const answer = await Promise.race([
      send(request.url, {
        method: request.method,
        headers: {
          accept: '*/*',
          ...(request.json === undefined ? {} : { 'content-type': 'application/json' }),
          ...request.headers,
        },
        ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
        redirect: 'manual',
        cache: 'no-store',
        signal: controller.signal,
      }),
      deadline.promise,
    ]);
    if (answer === DEADLINE) {
      return {
        kind: 'failed',
        failure: {
          sent: 'lost',
          timedOut: true,
          message: `no answer within ${limits.timeoutMs} ms`,
        },
      };
    }
    const { body, cut } = await readBody(answer, deadline.promise, limits.maxBodyBytes);
    return { kind: 'answered', status: answer.status, headers: answer.headers, body, cut };
  } catch (error) {
    return { kind: 'failed', failure: readNetworkError(error) };
  } finally {
    deadline.stop();
    // Frees the socket of an answer that was not read to its end.
    controller.abort();
  }
}

async function readBody(
  answer: Response,
  deadline: Promise<typeof DEADLINE>,
  maxBytes: number,
): Promise<{ body: Uint8Array; cut?: Cut }> {
  if (answer.body === null) return { body: new Uint8Array() };
  const reader = answer.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let cut: Cut | undefined;
  try {
    while (cut === undefined) {
      const step = await Promise.race([reader.read(), deadline]);
      if (step === DEADLINE) {
        cut = 'deadline';
      } else if (step.done) {
        break;
      } else if (length + step.value.length > maxBytes) {
        chunks.push(step.value.subarray(0, maxBytes - length));
        cut = 'size';
      } else {
        chunks.push(step.value);
        length += step.value.length;
      }
    }
  } catch {
    cut = 'socket';
  }
  // Rejects when the stream has already failed, which `cut` says.
  reader.cancel().catch(() => undefined);
  return { body: new Uint8Array(Buffer.concat(chunks)), cut };
}

function startDeadline(ms: number): { promise: Promise<typeof DEADLINE>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<typeof DEADLINE>();
  const timer = setTimeout(() => resolve(DEADLINE), ms);
  return { promise, stop: () => clearTimeout(timer) };
}
