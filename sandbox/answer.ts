import type { ServerResponse } from 'node:http';
import type { Clock } from './clock.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** How the bytes reach the client; anything but `whole` is a fault. */
export type Delivery =
  | { kind: 'whole' }
  /** The socket is destroyed before a byte is written. */
  | { kind: 'hang-up' }
  /** The announced length is right, but the socket is destroyed half-way. */
  | { kind: 'cut' }
  /** One byte each `secondsPerByte`. */
  | { kind: 'drip'; secondsPerByte: number }
  /** Everything at once, after `seconds`. */
  | { kind: 'late'; seconds: number };

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
  delivery: Delivery;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function bytesAnswer(
  status: number,
  contentType: string,
  body: Uint8Array | string,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': contentType, ...headers },
    body: typeof body === 'string' ? encoder.encode(body) : body,
    delivery: { kind: 'whole' },
  };
}

export function jsonAnswer(
  status: number,
  body: JsonObject,
  headers: Record<string, string> = {},
): Answer {
  return bytesAnswer(status, 'application/json', JSON.stringify(body), headers);
}

export function htmlAnswer(
  status: number,
  title: string,
  headers: Record<string, string> = {},
): Answer {
  const page = `<!doctype html>\n<html lang="en">\n<title>${status} ${title}</title>\n<h1>${title}</h1>\n<p>The server could not answer this request.</p>\n</html>\n`;
  return bytesAnswer(status, 'text/html; charset=utf-8', page, headers);
}

/** The JSON object an answer carries, or null when it carries something else. */
export function bodyOf(answer: Answer): JsonObject | null {
  if (!answer.headers['content-type']?.startsWith('application/json')) return null;
  const parsed: Json = JSON.parse(decoder.decode(answer.body));
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : null;
}

/** Writes the answer as its delivery says; resolves when there is nothing left to write. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  clock: Clock,
  stopped: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  response.once('close', leave);
  stopped.addEventListener('abort', leave, { once: true });
  const isGone = () => gone.signal.aborted || response.destroyed;
  const writeHead = () =>
    response.writeHead(answer.status, {
      'content-length': String(answer.body.byteLength),
      ...answer.headers,
    });

  try {
    switch (answer.delivery.kind) {
      case 'hang-up':
        response.destroy();
        return;
      case 'cut': {
        writeHead();
        const half = answer.body.subarray(0, Math.floor(answer.body.byteLength / 2));
        await new Promise<void>((resolve) => response.write(half, () => resolve()));
        response.destroy();
        return;
      }
      case 'drip': {
        writeHead();
        for (let at = 0; at < answer.body.byteLength && !isGone(); at += 1) {
          response.write(answer.body.subarray(at, at + 1));
          await clock.wait(clock.now() + answer.delivery.secondsPerByte * 1000, gone.signal);
        }
        if (!isGone()) response.end();
        return;
      }
      case 'late':
        await clock.wait(clock.now() + answer.delivery.seconds * 1000, gone.signal);
        break;
      case 'whole':
        break;
    }
    if (isGone()) return;
    writeHead();
    response.end(answer.body);
  } finally {
    response.off('close', leave);
    stopped.removeEventListener('abort', leave);
  }
}
