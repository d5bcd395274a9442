import { sharedParams } from '#lib/contracts/share-links.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { mediaResponse } from '#lib/server/http/media-response.ts';
import { openSharedPicture } from '#lib/server/use-cases/open-share.ts';

export const GET = defineRoute({
  auth: 'public',
  params: sharedParams,
  handle: async ({ params, request }) => {
    const response = await mediaResponse(await openSharedPicture(params.token), {
      asDownload: false,
      headOnly: request.method === 'HEAD',
    });
    response.headers.set('x-robots-tag', 'noindex, noimageindex');
    return response;
  },
});
