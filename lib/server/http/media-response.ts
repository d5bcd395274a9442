import 'server-only';
import type { OpenedMedia } from '#lib/server/use-cases/open-media.ts';

/** Public pictures never change under their address; private ones are nobody's to keep. */
export async function mediaResponse(
  media: OpenedMedia,
  { asDownload, headOnly }: { asDownload: boolean; headOnly: boolean },
): Promise<Response> {
  // A body that nobody reads would keep its file open.
  if (headOnly) await media.body.cancel();
  return new Response(headOnly ? null : media.body, {
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
