import { NextRequest } from 'next/server';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

const settings = {
  DATABASE_URL: 'postgres://db.example/fitting',
  NEXTAUTH_SECRET: 'kZ0b8Gm2qYtq1l9xv7cP3uWn5sJ4rE6h',
  SEGMIND_API_KEY: 'SG_0123456789abcdef',
};

/** As a server with this public address has it: the configuration is read once. */
async function at(origin: string) {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...settings, NEXTAUTH_URL: origin })) {
    vi.stubEnv(name, value);
  }
  const { proxy, config } = await import('./proxy.ts');
  const session = await import('#lib/server/auth/session-cookie.ts');
  return { ask: (path: string) => proxy(new NextRequest(`${origin}${path}`)), config, session };
}

beforeEach(() => vi.stubEnv('ALLOW_SANDBOX', '1'));
afterAll(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe('what goes before a page', () => {
  it('is a policy with a nonce of its own each time, which the page is made with', async () => {
    const { ask } = await at('https://fitting.shop');
    const policies = ['/', '/looks', '/'].map((path) => {
      const { headers } = ask(path);
      const policy = headers.get('content-security-policy');
      expect(headers.get('x-middleware-request-content-security-policy')).toBe(policy);
      return policy;
    });
    expect(new Set(policies).size).toBe(3);
  });

  it('names who looks around for the first time, where garments can be tried on and nowhere else', async () => {
    const { ask } = await at('https://fitting.shop');
    const isNamed = (path: string) => ask(path).cookies.has('fitting-room.visitor');
    expect(['/', '/garments', '/garments/boxy-tee'].filter(isNamed)).toHaveLength(3);
    expect(['/looks', '/bag', '/garments-of-others', '/sign-in'].filter(isNamed)).toEqual([]);
  });

  it('never stands before the API, whose uploads it would cut off', async () => {
    const { config } = await at('https://fitting.shop');
    const [matcher = ''] = config.matcher;
    const goesThrough = (path: string) => new RegExp(`^${matcher}$`).test(path);
    expect(
      ['/', '/looks', '/no-such-page', '/apiary', '/api', '/icon.svgx', '/icon-svg'].every(
        goesThrough,
      ),
    ).toBe(true);
    expect(
      ['/api/photos', '/_next/static/a.js', '/demo/a.webp', '/icon.svg'].some(goesThrough),
    ).toBe(false);
  });

  it('has cookies go by https alone where there is https, and never to scripts', async () => {
    const live = await at('https://fitting.shop');
    const cookie = live.ask('/').headers.get('set-cookie');
    expect(cookie).toMatch(/; Secure; HttpOnly; SameSite=lax/);
    expect(live.session.sessionCookieName()).toMatch(/^__Secure-/);
    expect(live.session.sessionCookieOptions()).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
    });
    expect(live.ask('/').headers.get('strict-transport-security')).toBe('max-age=31536000');

    const laptop = await at('http://localhost:3000');
    expect(laptop.ask('/').headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=lax/);
    expect(laptop.ask('/').headers.get('set-cookie')).not.toMatch(/Secure/);
    expect(laptop.ask('/').headers.has('strict-transport-security')).toBe(false);
  });
});
