import { NextRequest } from 'next/server';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { disconnect } from '#lib/server/db.ts';
import { sessionCookie } from '#lib/server/testing/access/ask.ts';
import { during } from '#lib/server/testing/access/request-scope.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';
import { changeFeed } from '#lib/server/worker/change-feed.ts';
import { GET } from './api/try-ons/[id]/route.ts';

vi.mock('next/headers', async () => {
  const { nextHeaders } = await import('#lib/server/testing/access/request-scope.ts');
  return nextHeaders;
});
// Work for after the answer.
const { after } = vi.hoisted(() => ({ after: vi.fn() }));
vi.mock('next/server', async (original) => ({
  ...(await original<typeof import('next/server')>()),
  after,
}));

let cookie: string;
let tryOn: { id: string; version: number };
beforeAll(async () => {
  const shopper = await makePerson();
  cookie = await sessionCookie(shopper);
  const { slug } = await makeGarment();
  const subject = { kind: 'photo' as const, photoId: (await makePhoto(shopper)).id };
  tryOn = await submitTryOn(shopper, { garment: slug, subject }, 'status-statements');
});
afterAll(async () => {
  await changeFeed().close();
  await disconnect();
});

/** The answer, how many statements it took, and how often somebody was rung for. */
async function ask(query: string, headers: Record<string, string> = {}) {
  const url = `http://localhost:3000/api/try-ons/${tryOn.id}${query}`;
  const request = new NextRequest(url, { headers: { cookie, ...headers } });
  after.mockClear();
  const asking = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const context = { params: Promise.resolve({ id: tryOn.id }) };
    const response = await during(request, () => GET(request, context));
    return { response, statements: asking.mock.calls.length, rings: after.mock.calls.length };
  } finally {
    asking.mockRestore();
  }
}

describe('what a status request costs', () => {
  // What is kept for some seconds is read by the first who asks.
  beforeAll(() => ask(''));

  it('is two statements for the whole view: who asks, and what there is to see', async () => {
    const { response, statements } = await ask('');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-cache, no-transform');
    expect(await response.json()).toMatchObject({ id: tryOn.id, state: 'queued', ahead: 0 });
    expect(statements).toBe(2);
  });

  it('is two statements where there is nothing newer: who asks, and how it stands', async () => {
    const { response, statements } = await ask(`?since=${tryOn.version}&wait=0`, {
      'if-none-match': `W/"${tryOn.id}.${tryOn.version}"`,
    });
    expect(response.status).toBe(304);
    expect(statements).toBe(2);
  });

  it('is one more when an answer was held in vain', async () => {
    await changeFeed().open();
    const { response, statements } = await ask(`?since=${tryOn.version}&wait=0.1`, {
      'if-none-match': `W/"${tryOn.id}.${tryOn.version}"`,
    });
    expect(response.status).toBe(304);
    expect(statements).toBe(3);
  });

  it('is none for a cookie that nobody has sealed', async () => {
    const { response, statements } = await ask('', { cookie: `${cookie}x` });
    expect(response.status).toBe(401);
    expect(statements).toBe(0);
  });
});

it('rings once for what is due, also when an answer was held in vain and is told whole', async () => {
  const { response, rings } = await ask(`?since=${tryOn.version}&wait=0.1`);
  expect(response.status).toBe(200);
  expect(rings).toBe(1);
});
