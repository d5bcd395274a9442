import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { documentHeaders, everywhereHeaders } from '#lib/domain/fixed-headers.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { answerStatusBeforeNext } from '#lib/server/http/status-before-next.ts';
import { sessionCookie } from '#lib/server/testing/access/ask.ts';
import { during } from '#lib/server/testing/access/request-scope.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { cancelTryOn } from '#lib/server/use-cases/cancel-try-on.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { changeFeed } from '#lib/server/worker/change-feed.ts';
import { heldAnswersMade } from '#lib/server/worker/in-flight.ts';
import { GET } from './api/try-ons/[id]/route.ts';

vi.mock('next/headers', async () => {
  const { nextHeaders } = await import('#lib/server/testing/access/request-scope.ts');
  return nextHeaders;
});
vi.mock('next/server', async (original) => ({
  ...(await original<typeof import('next/server')>()),
  after: () => {},
}));
// Looks and work have their own tests; here it is told whether somebody was rung for.
const { advanceTryOn } = vi.hoisted(() => ({ advanceTryOn: vi.fn(async () => {}) }));
vi.mock('#lib/server/use-cases/advance-try-on.ts', () => ({ advanceTryOn }));

let shopper: Actor;
let cookies: Record<string, string | null>;
let slug: string;
beforeAll(async () => {
  shopper = await makePerson();
  const suspended = await makePerson();
  const ended = await makePerson();
  cookies = {
    'her own': await sessionCookie(shopper),
    'another’s': await sessionCookie(await makePerson()),
    'a suspended person’s': await sessionCookie(suspended),
    'one whose sessions were ended': await sessionCookie(ended),
    'a forged one': `${await sessionCookie(shopper)}x`,
    'among others': `a=b; ${await sessionCookie(shopper)}; c=d`,
    none: null,
  };
  await db().user.update({ where: { id: suspended.userId }, data: { suspendedAt: new Date() } });
  await db().user.update({ where: { id: ended.userId }, data: { sessionEpoch: { increment: 1 } } });
  slug = (await makeGarment()).slug;
  await changeFeed().open();
});
afterAll(async () => {
  await changeFeed().close();
  await disconnect();
});

async function submit() {
  const { id: photoId } = await makePhoto(shopper);
  const subject = { kind: 'photo' as const, photoId };
  return submitTryOn(shopper, { garment: slug, subject }, randomUUID());
}

const NEXT = 'this came to Next';

/** A server with the answer before what stands for Next. */
async function serve() {
  const server = createServer((request, response) => response.end(`${NEXT}: ${request.url}`));
  onTestFinished(answerStatusBeforeNext());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (path: string, init?: RequestInit) => fetch(origin + path, init);
}

const headersWith = (cookie: string | null | undefined, more: Record<string, string> = {}) => ({
  ...(cookie ? { cookie } : {}),
  ...more,
});

/** Of Node's server or of the connection, and what the configuration adds to whatever Next sends. */
const notTheRoutes = [
  ...['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'],
  ...[...everywhereHeaders, ...documentHeaders].map(([name]) => name.toLowerCase()),
];

async function said(response: Response) {
  const text = await response.text();
  const body = text === '' ? null : JSON.parse(text);
  // Each problem has an id of its own.
  if (body?.requestId) body.requestId = 'an id';
  const headers = [...response.headers].filter(([name]) => !notTheRoutes.includes(name));
  return { status: response.status, headers: Object.fromEntries(headers), body };
}

describe('says what the route says', () => {
  /** And what it is to whoever may see it. */
  const asked = [
    ['', {}, 200],
    ['?since=0&wait=25', {}, 200],
    ['?since=VERSION&wait=0.05', {}, 200],
    ['?since=VERSION&wait=0.05', { 'if-none-match': 'ETAG' }, 304],
    ['', { 'if-none-match': 'ETAG' }, 304],
    ['', { 'if-none-match': 'W/"another"' }, 200],
    ['?wait=25', {}, 200],
  ] as const;
  const whose = [
    ['her own', 200],
    ['among others', 200],
    ['another’s', 404],
    ['a suspended person’s', 401],
    ['one whose sessions were ended', 401],
    ['a forged one', 401],
    ['none', 401],
  ] as const;
  it.each(whose)('to %s, which gets %i', async (name, status) => {
    const { id, version } = await submit();
    const ask = await serve();
    for (const [query, given, toHer] of asked) {
      const path = `/api/try-ons/${id}${query.replace('VERSION', String(version))}`;
      const etag = `W/"${id}.${version}"`;
      const more = Object.entries(given).map(([key, value]) => [key, value.replace('ETAG', etag)]);
      const headers = headersWith(cookies[name], Object.fromEntries(more));
      const request = new NextRequest(`http://localhost:3000${path}`, { headers });
      const params = Promise.resolve({ id });
      const byRoute = await said(await during(request, () => GET(request, { params })));
      advanceTryOn.mockClear();
      const before = await ask(path, { headers });
      for (const [key, value] of [...everywhereHeaders, ...documentHeaders]) {
        expect(before.headers.get(key)).toBe(value);
      }
      expect(await said(before), path).toEqual(byRoute);
      expect(byRoute.status).toBe(status === 200 ? toHer : status);
      // It is due, since nobody carries it here.
      await vi.waitFor(() => expect(advanceTryOn).toHaveBeenCalledTimes(status === 200 ? 1 : 0));
    }
  });
});

describe('a question with a wait', () => {
  const HELD = 'still held';
  const shortly = <T>(answer: Promise<T>) => Promise.race([answer, pause(200, HELD)]);

  async function askHeld() {
    const { id, version } = await submit();
    const ask = await serve();
    const reader = new AbortController();
    const asked = ask(`/api/try-ons/${id}?since=${version}&wait=25`, {
      headers: headersWith(cookies['her own'], { 'if-none-match': `W/"${id}.${version}"` }),
      signal: reader.signal,
    });
    expect(await shortly(asked)).toBe(HELD);
    return { id, asked, reader };
  }

  it('is held until there is something newer', async () => {
    const { id, asked } = await askHeld();
    await cancelTryOn(shopper, id);
    expect(await (await asked).json()).toMatchObject({ id, state: 'cancelled' });
  });

  it('is let go when the reader has gone', async () => {
    const { asked, reader } = await askHeld();
    reader.abort();
    await expect(asked).rejects.toThrow();
    // Would last as long as the hold otherwise.
    await heldAnswersMade();
  });

  it('is answered when the process leaves, which waits for it', async () => {
    const { asked } = await askHeld();
    const leaving = heldAnswersMade().then(() => 'left');
    expect(await shortly(leaving)).toBe(HELD);
    await changeFeed().close();
    expect((await asked).status).toBe(304);
    expect(await leaving).toBe('left');
    await changeFeed().open();
  });
});

describe('everything else goes through as it came', () => {
  const id = '019a0000-0000-7000-8000-000000000000';
  it.each([
    '/',
    '/api/try-ons',
    `/api/try-ons/${id}?since=-1`,
    `/api/try-ons/${id}?since=1&wait=61`,
    `/api/try-ons/${id}?since=1&wait=x`,
    `/api/try-ons/${id}/?since=1&wait=25`,
    `/api/try-ons/${id}/feedback`,
    '/api/try-ons/not-an-id',
    '/api/try-ons/%00?since=1&wait=25',
    `/api/shops?of=/api/try-ons/${id}`,
  ])('%s', async (path) => {
    const ask = await serve();
    const answer = await ask(path, { headers: headersWith(cookies['her own']) });
    expect(await answer.text()).toBe(`${NEXT}: ${path}`);
  });

  it.each(['DELETE', 'HEAD', 'POST'])('%s', async (method) => {
    const ask = await serve();
    const path = `/api/try-ons/${id}`;
    const answer = await ask(path, { method, headers: headersWith(cookies['her own']) });
    expect(answer.status).toBe(200);
    expect(answer.headers.has('permissions-policy')).toBe(false);
  });
});
