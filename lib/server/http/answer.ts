import 'server-only';
import { env } from '#lib/server/env.ts';
import { transportHeaders } from './page-policy.ts';

/** An answer is data: opened as a page it runs and loads nothing, and other sites' pages cannot show it. */
export function sealed(response: Response): Response {
  const { headers } = response;
  const own: [name: string, value: string][] = [
    ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"],
    ['cross-origin-resource-policy', 'same-origin'],
    ...transportHeaders(env().NEXTAUTH_URL.startsWith('https://')),
  ];
  for (const [name, value] of own) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return response;
}

/** Private by default: an answer belongs to the person who asked. */
export function json(value: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  return Response.json(value ?? null, { ...init, headers });
}
