import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRefusal } from '#lib/domain/sign-in-refusal.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { sessionCookie } from '#lib/server/testing/access/ask.ts';
import { during } from '#lib/server/testing/access/request-scope.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { startSmtpSink } from '#lib/server/testing/smtp-sink.ts';
import { startGuest } from '#lib/server/use-cases/start-guest.ts';
import { GET, POST } from './[...nextauth]/route.ts';

/** Signing in through next-auth's own routes, with a service of our own in GitHub's place. */
const gitHub = vi.hoisted(() => ({ origin: '' }));
vi.mock('next-auth/providers/github', async (original) => {
  const { default: provider } = await original<typeof import('next-auth/providers/github')>();
  return {
    default: (options: Parameters<typeof provider>[0]) => ({
      ...provider(options),
      authorization: `${gitHub.origin}/authorize`,
      token: `${gitHub.origin}/token`,
      userinfo: { url: `${gitHub.origin}/user` },
    }),
  };
});

/** Who comes from there. */
let person = { id: 0, login: 'robin' };
let emails: { email: string; primary: boolean; verified: boolean }[] = [];
const service = createServer((request, response) => {
  const answer = request.url === '/token' ? { access_token: 'x', token_type: 'bearer' } : person;
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
});

let sink: Awaited<ReturnType<typeof startSmtpSink>>;
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  gitHub.origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  sink = await startSmtpSink();
  vi.stubEnv('GITHUB_CLIENT_ID', 'an-id');
  vi.stubEnv('GITHUB_CLIENT_SECRET', 'a-secret');
  vi.stubEnv('SMTP_URL', sink.url);
  vi.stubGlobal('fetch', async () => Response.json(emails));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  service.close();
  await sink.close();
  await disconnect();
});

/** A browser that keeps its cookies. */
function openBrowser(session?: string) {
  const cookies = new Map<string, string>();
  if (session) keep(session);
  function keep(cookie: string) {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return {
    cookies,
    async send(path: string, form?: Record<string, string>) {
      const url = new URL(`/api/auth/${path}`, 'http://localhost:3000');
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const request = new NextRequest(url, {
        method: form ? 'POST' : 'GET',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        ...(form ? { body: new URLSearchParams(form).toString() } : {}),
      });
      const params = Promise.resolve({ nextauth: url.pathname.split('/').slice(3) });
      const response = await during(request, () => (form ? POST : GET)(request, { params }));
      for (const cookie of response.headers.getSetCookie()) keep(cookie);
      return response;
    },
  };
}

async function begin(browser: ReturnType<typeof openBrowser>, provider: string, email = '') {
  const { csrfToken } = await (await browser.send('csrf')).json();
  const begun = await browser.send(`signin/${provider}`, { csrfToken, email, json: 'true' });
  return new URL((await begun.json()).url);
}

/** Comes back from the service as somebody it knows. @returns where the browser is led to. */
async function comeFromGitHub(session?: string) {
  const browser = openBrowser(session);
  const state = (await begin(browser, 'github')).searchParams.get('state') ?? '';
  const back = await browser.send(`callback/github?code=a-code&state=${state}`);
  return String(back.headers.get('location'));
}

function stranger(verified = true) {
  person = { id: Math.floor(Math.random() * 1e9), login: 'robin' };
  const email = `${randomUUID()}@example.org`;
  emails = [{ email, primary: true, verified }];
  return { email, providerAccountId: String(person.id) };
}

const ownerOf = (providerAccountId: string) =>
  db().account.findFirst({ where: { providerAccountId }, include: { user: true } });

describe('somebody who comes from another service', () => {
  it('becomes no way into the account that the browser is signed in to', async () => {
    const victim = await makePerson();
    const guest = await startGuest(null);
    for (const actor of [victim, guest] satisfies Actor[]) {
      const { providerAccountId, email } = stranger();
      await comeFromGitHub(await sessionCookie(actor));
      const identity = await ownerOf(providerAccountId);
      expect(identity?.user).toMatchObject({ email });
      expect(identity?.userId).not.toBe(actor.userId);
      expect(await db().account.count({ where: { userId: actor.userId } })).toBe(0);
    }
  });

  it('has shown to own the address that the service has seen proven', async () => {
    const { providerAccountId, email } = stranger();
    await comeFromGitHub();
    expect((await ownerOf(providerAccountId))?.user).toMatchObject({
      email,
      emailVerified: expect.any(Date),
    });
  });

  it('does not get in with an address that nobody has proven, unless known already', async () => {
    const unproven = stranger(false);
    expect(await comeFromGitHub()).toContain('error=AccessDenied');
    expect(await ownerOf(unproven.providerAccountId)).toBeNull();
    expect(await db().user.count({ where: { email: unproven.email } })).toBe(0);

    stranger();
    expect(await comeFromGitHub()).not.toContain('error');
    emails = [];
    expect(await comeFromGitHub()).not.toContain('error');
  });
});

describe('next-auth’s routes', () => {
  it('tell how long to wait when a link was asked for too often', async () => {
    const email = `${randomUUID()}@example.org`;
    const browser = openBrowser();
    for (let time = 0; time < 5; time += 1) {
      expect((await begin(browser, 'email', email)).searchParams.get('error')).toBeNull();
    }
    const word = (await begin(browser, 'email', email)).searchParams.get('error');
    expect(readRefusal(word)).toMatchObject({ kind: 'too_many', seconds: expect.any(Number) });
  });

  it('take no cookie away from whoever is led to them', async () => {
    for (const actor of [await startGuest(null), await makePerson()]) {
      const browser = openBrowser(await sessionCookie(actor));
      const before = new Map(browser.cookies);
      const response = await browser.send('session');
      expect(await response.json()).toEqual({});
      expect(browser.cookies).toEqual(before);
    }
  });
});
