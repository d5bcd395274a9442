import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { uuid7 } from '#lib/domain/uuid7.ts';
import { sessionCookieName, sessionCookieOptions } from '#lib/server/auth/session-cookie.ts';
import {
  asksNotToBeCounted,
  VISITOR_COOKIE,
  VISITOR_LIFE_SECONDS,
} from '#lib/server/auth/visitor-cookie.ts';
import { env, isDevelopment } from '#lib/server/env.ts';
import { pageHeaders, pagePolicy } from '#lib/server/http/page-policy.ts';

/** Gives each page its policy, and whoever looks around for the first time a name. It refuses nobody. */
export function proxy(request: NextRequest): NextResponse {
  const isHttps = env().NEXTAUTH_URL.startsWith('https://');
  const nonce = randomBytes(16).toString('base64');
  const policy = pagePolicy({ nonce, isHttps, isDevelopment: isDevelopment() });
  const visitor = newVisitor(request);
  // The page that is asked for now is made for the same visitor.
  if (visitor) request.cookies.set(VISITOR_COOKIE, visitor);
  const headers = new Headers(request.headers);
  // Next reads the nonce from here, and gives it to every script that it writes.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of pageHeaders(policy, isHttps)) response.headers.set(name, value);
  if (visitor) {
    const options = { ...sessionCookieOptions(), maxAge: VISITOR_LIFE_SECONDS };
    response.cookies.set(VISITOR_COOKIE, visitor, options);
  }
  return response;
}

/** The pages on which garments can be tried on. */
const forVisitors = /^\/(garments(\/|$)|$)/;

/**
 * An id for somebody who has none yet. It is given before the page is made: a page may not set
 * cookies, and one that was sent already cannot be without "Try it on" any more.
 */
function newVisitor({ nextUrl, cookies, headers }: NextRequest): string | null {
  if (!forVisitors.test(nextUrl.pathname)) return null;
  if (cookies.has(sessionCookieName()) || cookies.has(VISITOR_COOKIE)) return null;
  return asksNotToBeCounted(headers) ? null : uuid7(Date.now(), randomBytes(10));
}

/**
 * Pages, also those that are not there. Never the API: what comes through here has its body cut off
 * after 10 MB.
 */
export const config = { matcher: ['/((?!api/|_next/|demo/|icon\\.svg$).*)'] };
