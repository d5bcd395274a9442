import 'server-only';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { env } from '#lib/server/env.ts';

declare module 'next-auth/jwt' {
  interface JWT {
    epoch?: number;
  }
}

/**
 * The session cookie is next-auth's own (an encrypted JWT with the user's id as `sub`), so that
 * guests, passwords, links and OAuth all end in the same session. A JWT cannot be taken back, so it
 * carries the count of `User.sessionEpoch` that it was made at, and is worth nothing once that goes on.
 */
export const SESSION_LIFE_SECONDS = 30 * 24 * 60 * 60;

const isSecure = () => env().NEXTAUTH_URL.startsWith('https://');

export const sessionCookieName = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;

export const sessionCookieOptions = () =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: SESSION_LIFE_SECONDS,
  }) as const;

export interface Session {
  userId: string;
  epoch: number;
}

export function sealSession(userId: string, epoch: number): Promise<string> {
  return encode({
    token: { sub: userId, epoch },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_LIFE_SECONDS,
  });
}

/** What a session cookie's value says; null when it is missing, forged or over. */
export async function openSession(value: string | undefined): Promise<Session | null> {
  if (!value) return null;
  try {
    return sessionOf(await decode({ token: value, secret: env().NEXTAUTH_SECRET }));
  } catch {
    return null;
  }
}

/** A token from before there was a count was made at its beginning. */
export function sessionOf(token: JWT | null): Session | null {
  return token?.sub ? { userId: token.sub, epoch: token.epoch ?? 0 } : null;
}
