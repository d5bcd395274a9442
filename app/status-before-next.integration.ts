import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { documentHeaders, everywhereHeaders } from '#lib/contracts/fixed-headers.mjs';
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
// Work has its own tests; here it is told whether somebody was rung for.
const { advanceTryOn } = vi.hoisted(() => ({ advanceTryOn: vi.fn(async () => {}) }));
vi.mock('#lib/server/use-cases/advance-try-on.ts', () => ({ advanceTryOn }));

let shopper: Actor;
let cookies: Record<string, string | null>;
let slug: string;
beforeAll(async () => {
  shopper = await makePerson();
  const suspended = await makePerson();
  const ended = await makePerson();
  const own = await sessionCookie(shopper);
  const foreign = await sessionCookie(await makePerson());
  cookies = {
    'her own': own,
    'her own after another of its name': `${foreign}; ${own}`,
    'her own with escapes': own.replace(/(?<==.*)\./g, '%2E'),
    'her own before another of its name': `${own}; ${foreign}`,
    'one whose name only looks like it': `\u00a0${own}`,
    'another’s': foreign,
    'a merchant’s': await sessionCookie(await makePerson({ role: 'MERCHANT' })),
    'an admin’s': await sessionCookie(await makePerson({ role: 'ADMIN' })),
    'a suspended person’s': await sessionCookie(suspended),
    'one whose sessions were ended': await sessionCookie(ended),
    'a forged one': `${own}x`,
    'her own among others': `a=b; ${own}; c=d`,
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

/** A server with the answer before what stands for Next, and whether all of its answers are out. */
async function serve() {
  const server = createServer((request, response) => response.end(`${NEXT}: ${request.url}`));
  let open = 0;
  onTestFinished(countOpen((by) => (open += by)));
  onTestFinished(answerStatusBeforeNext());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, init?: RequestInit) => fetch(origin + path, init);
  return Object.assign(ask, { closed: () => open === 0 });
}

function countOpen(add: (by: number) => void): () => void {
  const onStart = (message: unknown) => {
    const { response } = message as { response: ServerResponse };
    add(1);
    // After all that others do then.
    response.once('close', () => setImmediate(() => add(-1)));
  };
  subscribe('http.server.request.start', onStart);
  return () => void unsubscribe('http.server.request.start', onStart);
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
    ['?since=0&since=VERSION&wait=0.05', { 'if-none-match': 'ETAG' }, 304],
    ['?since=-1', {}, 400],
    ['?since=1&wait=61', {}, 400],
    ['?since=1&wait=x', {}, 400],
  ] as const;
  const whose = [
    ['her own', 200],
    ['her own among others', 200],
    ['her own after another of its name', 200],
    ['her own with escapes', 200],
    ['her own before another of its name', 404],
    ['one whose name only looks like it', 401],
    ['another’s', 404],
    ['a merchant’s', 404],
    ['an admin’s', 404],
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
      // What is not well asked is told to whoever may ask at all.
      const expected = status === 200 || (status === 404 && toHer === 400) ? toHer : status;
      expect(byRoute.status, path).toBe(expected);
      // It is due, since nobody carries it here; rung for when the answer is out.
      await vi.waitFor(() => expect(ask.closed()).toBe(true));
      expect(advanceTryOn, path).toHaveBeenCalledTimes(status === 200 && toHer !== 400 ? 1 : 0);
    }
  });
});

describe('what is done after the answer', () => {
  const LONG_AGO = new Date('2026-01-01');

  async function makeLateGuest() {
    const guest = await makePerson({ isGuest: true });
    await db().user.update({ where: { id: guest.userId }, data: { seenAt: LONG_AGO } });
    return guest;
  }
  const seenAt = async ({ userId }: Actor) =>
    (await db().user.findUniqueOrThrow({ where: { id: userId } })).seenAt;

  it('is to note that a guest was here', async () => {
    const guest = await makeLateGuest();
    const { id } = await submit();
    const ask = await serve();
    const answer = await ask(`/api/try-ons/${id}`, {
      headers: headersWith(await sessionCookie(guest)),
    });
    expect(answer.status).toBe(404);
    await vi.waitFor(async () => expect(await seenAt(guest)).not.toEqual(LONG_AGO));
  });

  it('is done also when she has gone before it', async () => {
    const guest = await makeLateGuest();
    const { id } = await submit();
    const ask = await serve();
    const reader = new AbortController();
    const reading = Promise.withResolvers<void>();
    const find = vi.spyOn(db().user, 'findMany').mockImplementationOnce(((asked: never) => {
      reader.abort();
      return pause(100).then(() => {
        find.mockRestore();
        reading.resolve();
        return db().user.findMany(asked);
      });
    }) as never);
    const headers = headersWith(await sessionCookie(guest));
    const asked = ask(`/api/try-ons/${id}`, { headers, signal: reader.signal });
    await expect(asked).rejects.toThrow();
    await reading.promise;
    await vi.waitFor(async () => expect(await seenAt(guest)).not.toEqual(LONG_AGO));
  });
});

it('says no more of a mistake than the route', async () => {
  const { id } = await submit();
  const ask = await serve();
  vi.spyOn(db().user, 'findMany').mockImplementationOnce((() => {
    throw new Error('a secret');
  }) as never);
  const answer = await ask(`/api/try-ons/${id}`, { headers: headersWith(cookies['her own']) });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: 'internal', status: 500 });
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
