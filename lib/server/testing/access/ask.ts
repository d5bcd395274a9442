import { NextRequest } from 'next/server';
import type { Actor } from '#lib/server/auth/actor.ts';
import { sealSession, sessionCookieName } from '#lib/server/auth/session-cookie.ts';
import { db } from '#lib/server/db.ts';
import { during } from './request-scope.ts';
import type { Handler } from './routes.ts';
import type { Asked, Method } from './row.ts';

const ORIGIN = 'http://localhost:3000';

export interface Got {
  status: number;
  /** Of problem details. */
  code: string | undefined;
  /** Of problem details, without the id that each has of its own. */
  body: Record<string, unknown> | undefined;
}

/** Sends a request to a handler as its own page would, in the name of a person with a real session. */
export async function ask(
  handler: Handler,
  { method, route }: { method: Method; route: string },
  asker: Actor | null,
  asked: Asked,
): Promise<Got> {
  const { params = {}, query = {}, json, form, file } = asked;
  const { headers = { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } } = asked;
  const filled = route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) =>
    [params[name]]
      .flat()
      .map((part) => encodeURIComponent(part ?? ''))
      .join('/'),
  );
  const url = new URL(`${ORIGIN}/${filled}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const request = new NextRequest(url, {
    method,
    headers: {
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(asker ? { cookie: await sessionCookie(asker) } : {}),
      ...headers,
    },
    ...(method === 'GET' ? {} : bodyOf(json, form, file)),
  });
  return during(request, () => read(handler(request, { params: Promise.resolve(params) })));
}

const bodyOf = (json: unknown, form: FormData | undefined, file: string | undefined) => {
  if (json !== undefined) return { body: JSON.stringify(json) };
  return { body: form ?? file ?? null };
};

/** As the browser sends it, of somebody who has signed in just now. */
export async function sessionCookie({ userId: id }: Actor): Promise<string> {
  const { sessionEpoch } = await db().user.findUniqueOrThrow({
    where: { id },
    select: { sessionEpoch: true },
  });
  return `${sessionCookieName()}=${await sealSession(id, sessionEpoch)}`;
}

async function read(answering: Promise<Response>): Promise<Got> {
  try {
    const response = await answering;
    const { status } = response;
    if (response.headers.get('content-type') !== 'application/problem+json') {
      // To its end, so that what would break on the way does.
      await response.arrayBuffer();
      return { status, code: undefined, body: undefined };
    }
    const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
    return { status, code: String(body.code), body };
  } catch (error) {
    // `redirect` throws what Next makes an answer of.
    if (isRedirect(error)) return { status: 307, code: undefined, body: undefined };
    throw error;
  }
}

const isRedirect = (error: unknown) =>
  error instanceof Error &&
  'digest' in error &&
  typeof error.digest === 'string' &&
  error.digest.startsWith('NEXT_REDIRECT');

/** Does something while a person is shut out. */
export async function whileSuspended<T>(person: Actor, work: () => Promise<T>): Promise<T> {
  const suspend = (suspendedAt: Date | null) =>
    db().user.update({ where: { id: person.userId }, data: { suspendedAt } });
  await suspend(new Date());
  try {
    return await work();
  } finally {
    await suspend(null);
  }
}
