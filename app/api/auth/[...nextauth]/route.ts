import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/server/auth/options.ts';
import { sessionCookieName } from '#lib/server/auth/session-cookie.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { json } from '#lib/server/http/answer.ts';

/** next-auth's own routes; it brings its own CSRF token. */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  // Who is here is said by `/api/session`. This one would take away a cookie that it cannot read, of
  // whoever any page of another site leads here.
  const [action] = (await context.params).nextauth;
  if (action === 'session') return json({});
  const sessionCookie = request.cookies.get(sessionCookieName())?.value;
  return NextAuth(request, context, authOptions({ sessionCookie, address: addressOf(request) }));
}

export { handler as GET, handler as POST };
