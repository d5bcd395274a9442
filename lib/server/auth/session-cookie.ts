import 'server-only';
import { createHash } from 'node:crypto';
import { decode, encode, type JWT } from 'next-auth/jwt';
import { env } from '#lib/server/env.ts';

declare module 'next-auth/jwt' {
  interface JWT {
    epoch?: number;
    signedInAt?: number;
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

/** What a session is made from. */
export interface NewSession {
  userId: string;
  /** The count at which it is made. */
  epoch: number;
}

export interface Session extends NewSession {
  /** In seconds of Unix time; 0 when it is not known. Prolonging a session does not change it. */
  signedInAt: number;
}

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

export function sealSession(userId: string, epoch: number): Promise<string> {
  return encode({
    token: { sub: userId, epoch, signedInAt: nowInSeconds() },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_LIFE_SECONDS,
  });
}

interface Opened {
  session: Session;
  /** In seconds of Unix time. */
  over: number;
}

/**
 * What cookies said, by their hash: the same one comes with every request of a page, and opening it derives
 * the key anew each time. It says the same for ever; what has become of the session since is not in it.
 */
const opened = new Map<string, Opened>();
const MOST_OPENED = 20_000;

/** What a session cookie's value says; null when it is missing, forged or over. */
export async function openSession(value: string | undefined): Promise<Session | null> {
  if (!value) return null;
  const hash = createHash('sha256').update(value).digest('base64');
  const known = opened.get(hash);
  if (known && known.over > nowInSeconds()) return known.session;
  try {
    const token = await decode({ token: value, secret: env().NEXTAUTH_SECRET });
    const session = sessionOf(token);
    if (session && typeof token?.exp === 'number') remember(hash, { session, over: token.exp });
    return session;
  } catch {
    return null;
  }
}

function remember(hash: string, what: Opened): void {
  // A Map keeps the order of coming: the first is the oldest.
  const [oldest] = opened.keys();
  if (opened.size >= MOST_OPENED && oldest !== undefined) opened.delete(oldest);
  opened.set(hash, what);
}

/** A token from before there was a count was made at its beginning. */
export function sessionOf(token: JWT | null): Session | null {
  if (!token?.sub) return null;
  return { userId: token.sub, epoch: token.epoch ?? 0, signedInAt: token.signedInAt ?? 0 };
}
