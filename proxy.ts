import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { uuid7 } from '#lib/domain/uuid7.ts';
import { sessionCookieName, sessionCookieOptions } from '#lib/server/auth/session-cookie.ts';
import {
  asksNotToBeCounted,
  VISITOR_COOKIE,
  VISITOR_LIFE_SECONDS,
} from '#lib/server/auth/visitor-cookie.ts';

/**
 * Names whoever looks around for the first time, before the page is made: a page may not set cookies,
 * and one that was sent already cannot be without "Try it on" any more.
 */
export function proxy(request: NextRequest): NextResponse {
  const { cookies, headers } = request;
  const named = cookies.has(sessionCookieName()) || cookies.has(VISITOR_COOKIE);
  if (named || asksNotToBeCounted(headers)) return NextResponse.next();
  const id = uuid7(Date.now(), randomBytes(10));
  // The page that is asked for now is made for the same visitor.
  cookies.set(VISITOR_COOKIE, id);
  const response = NextResponse.next({ request: { headers } });
  const options = { ...sessionCookieOptions(), maxAge: VISITOR_LIFE_SECONDS };
  response.cookies.set(VISITOR_COOKIE, id, options);
  return response;
}

/** The pages on which garments can be tried on. */
export const config = { matcher: ['/', '/garments/:path*'] };
