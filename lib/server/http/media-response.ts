import 'server-only';
import type { OpenedMedia } from '#lib/server/use-cases/open-media.ts';

/** Public pictures never change under their address; private ones are nobody's to keep. */
export function mediaResponse(media: OpenedMedia, asDownload: boolean): Response {
  return new Response(media.body, {
    headers: {
      'content-type': media.contentType,
      'content-length': String(media.size),
      'cache-control': media.isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': media.isPublic ? 'cross-origin' : 'same-origin',
      ...(asDownload ? { 'content-disposition': 'attachment; filename="look.jpg"' } : {}),
    },
  });
}
