import { createContext, type SegmindContext, type SegmindOptions } from '../context.ts';
import type { TryOnParameters } from '../parameters.ts';

export const TEST_KEY = 'SG_0123456789abcdef';
export const NOW = Date.parse('2026-08-01T12:00:00Z');

export const PARAMETERS: TryOnParameters = {
  modelImage: 'https://shop.example/photo.jpg?signature=secret',
  clothImage: 'https://shop.example/garment.jpg',
  category: 'Upper body',
  seed: 7,
};

export type Step = Response | Error | 'silence';

export type SentRequest = { method: string; url: string; headers: Headers; body: unknown };

/** A `fetch` that gives the steps in order and keeps what it was asked. */
export function scriptedFetch(...steps: Step[]): { fetch: typeof fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (input, init) => {
      sent.push({
        method: init?.method ?? 'GET',
        url: input instanceof Request ? input.url : String(input),
        headers: new Headers(init?.headers),
        body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      });
      const step = steps.shift();
      if (step === undefined) throw new Error('the script has no further step');
      if (step === 'silence') return new Promise<never>(() => undefined);
      if (step instanceof Error) throw step;
      return step;
    },
  };
}

/** A context whose provider gives the steps in order. */
export function scriptedContext(
  steps: Step[],
  options: Partial<SegmindOptions> = {},
): { context: SegmindContext; sent: SentRequest[] } {
  const { fetch, sent } = scriptedFetch(...steps);
  const context = createContext({ apiKey: TEST_KEY, fetch, now: () => NOW, ...options });
  return { context, sent };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}) {
  return Response.json(body, { status, headers });
}

export function html(status: number): Response {
  return new Response('<!DOCTYPE html><html><body><h1>Something</h1></body></html>', {
    status,
    headers: { 'content-type': 'text/html' },
  });
}

/** What `fetch` throws: a TypeError around the reason. */
export function fetchFailure(code: string, more: Record<string, unknown> = {}): Error {
  const cause = Object.assign(new Error(`${code} of a socket`), { code, ...more });
  return new TypeError('fetch failed', { cause });
}

/** The first bytes of a JPEG, and some more. */
export const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
export const JPEG_BASE64 = Buffer.from(JPEG).toString('base64');

export function jpegResponse(headers: Record<string, string> = {}): Response {
  return new Response(JPEG, { headers: { 'content-type': 'image/jpeg', ...headers } });
}
