import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '#lib/server/env.ts';

/**
 * Links to private pictures for the provider, which has no session. The signature covers the
 * picture and the end of its time; both stand in the link.
 */
const LIFE_MS = 15 * 60 * 1000;

const sign = (mediaId: string, expires: number) =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`media:${mediaId}:${expires}`)
    .digest('base64url');

export function signedMediaLink(mediaId: string, now: Date): string {
  const expires = now.getTime() + LIFE_MS;
  const link = new URL(`/api/media/${mediaId}`, env().NEXTAUTH_URL);
  link.searchParams.set('expires', String(expires));
  link.searchParams.set('signature', sign(mediaId, expires));
  return link.href;
}

export function mediaLinkIsValid(
  mediaId: string,
  { expires, signature }: { expires: number; signature: string },
  now: Date,
): boolean {
  if (!Number.isSafeInteger(expires) || expires < now.getTime()) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(mediaId, expires));
  return given.length === right.length && timingSafeEqual(given, right);
}
