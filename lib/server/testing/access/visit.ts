import { NextRequest } from 'next/server';
import { isValidElement } from 'react';
import { NotForYou } from '#components/account/not-for-you.tsx';
import type { Actor } from '#lib/server/auth/actor.ts';
import { sessionCookie } from './ask.ts';
import { during } from './request-scope.ts';
import type { Page } from './routes.ts';

/** What a page makes of a visit. */
export type Sight =
  /** It is shown. */
  | { kind: 'shown'; props: string }
  /** The room that says to whom this is not open, and nothing beside it. */
  | { kind: 'refused'; props: string }
  | { kind: 'absent' }
  | { kind: 'sent'; to: string };

export interface Visited {
  params?: Record<string, string>;
  query?: Record<string, string>;
}

export async function visit(page: Page, visitor: Actor | null, visited: Visited): Promise<Sight> {
  const { params = {}, query = {} } = visited;
  const headers = new Headers();
  if (visitor) headers.set('cookie', await sessionCookie(visitor));
  const request = new NextRequest('http://localhost:3000', { headers });
  try {
    const element = await during(request, async () =>
      page({ params: Promise.resolve(params), searchParams: Promise.resolve(query) }),
    );
    if (!isValidElement(element)) throw new Error('A page is an element.');
    const kind = element.type === NotForYou ? 'refused' : 'shown';
    return { kind, props: printed(element.props) };
  } catch (error) {
    return readThrown(error);
  }
}

/** `notFound` and `redirect` throw what Next makes an answer of. */
function readThrown(error: unknown): Sight {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return { kind: 'absent' };
  const [sign, , to = ''] = digest.split(';');
  if (sign === 'NEXT_REDIRECT') return { kind: 'sent', to };
  throw error;
}

/** All that it hands on, in one text; of components, only what they are given. */
function printed(value: unknown): string {
  const seen = new WeakSet<object>();
  return JSON.stringify(value, (key, one) => {
    if (key === '_owner' || key === '_store' || typeof one === 'function') return undefined;
    if (typeof one === 'bigint') return String(one);
    if (typeof one !== 'object' || one === null) return one;
    if (seen.has(one)) return undefined;
    seen.add(one);
    return one instanceof Map || one instanceof Set ? [...one] : one;
  });
}
