import { mediaParams, mediaQuery } from '#lib/contracts/media.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { mediaResponse } from '#lib/server/http/media-response.ts';
import { openMedia } from '#lib/server/use-cases/open-media.ts';

export const GET = defineRoute({
  auth: 'public',
  params: mediaParams,
  query: mediaQuery,
  handle: async ({ actor, params, query, request }) => {
    const { w: width, expires, signature } = query;
    const link =
      expires !== undefined && signature !== undefined ? { expires, signature } : undefined;
    return mediaResponse(await openMedia(actor, params.id, { width, link }), {
      asDownload: query.download,
      headOnly: request.method === 'HEAD',
    });
  },
});
