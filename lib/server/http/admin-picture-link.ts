import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '#lib/server/env.ts';

/**
 * Links to shoppers' pictures for an admin who has said why. The signature covers who asked: in
 * anybody else's session the link opens nothing.
 */
const LIFE_MS = 5 * 60 * 1000;

interface Asked {
  mediaId: string;
  adminId: string;
}

const sign = ({ mediaId, adminId }: Asked, expires: number) =>
  createHmac('sha256', env().NEXTAUTH_SECRET)
    .update(`admin-picture:${mediaId}:${adminId}:${expires}`)
    .digest('base64url');

export function adminPictureLink(asked: Asked, now: Date): { url: string; expiresAt: Date } {
  const expires = now.getTime() + LIFE_MS;
  const query = new URLSearchParams({ expires: String(expires), signature: sign(asked, expires) });
  return {
    url: `/api/admin/pictures/${asked.mediaId}?${query}`,
    expiresAt: new Date(expires),
  };
}

export function adminPictureLinkIsValid(
  asked: Asked,
  { expires, signature }: { expires: number; signature: string },
  now: Date,
): boolean {
  if (!Number.isSafeInteger(expires) || expires < now.getTime()) return false;
  const given = Buffer.from(signature);
  const right = Buffer.from(sign(asked, expires));
  return given.length === right.length && timingSafeEqual(given, right);
}
