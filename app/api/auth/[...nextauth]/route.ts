import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '#lib/server/auth/options.ts';
import { sessionCookieName } from '#lib/server/auth/session-cookie.ts';
import { addressOf } from '#lib/server/http/address.ts';

/** next-auth's own routes; it brings its own CSRF token. */
function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const sessionCookie = request.cookies.get(sessionCookieName())?.value;
  return NextAuth(request, context, authOptions({ sessionCookie, address: addressOf(request) }));
}

export { handler as GET, handler as POST };
