import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { env } from '#lib/server/env.ts';

/**
 * The session cookie is next-auth's own (an encrypted JWT with the user's id as `sub`), so that
 * guests, passwords, links and OAuth all end in the same session.
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

export function sealSession(userId: string): Promise<string> {
  return encode({
    token: { sub: userId },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_LIFE_SECONDS,
  });
}

/** The user id in a session cookie's value; null when it is missing, forged or over. */
export async function openSession(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET });
    return token?.sub ?? null;
  } catch {
    return null;
  }
}
