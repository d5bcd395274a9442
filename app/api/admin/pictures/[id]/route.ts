import { mediaParams } from '#lib/contracts/media.ts';
import { casePictureQuery } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { mediaResponse } from '#lib/server/http/media-response.ts';
import { openCasePicture } from '#lib/server/use-cases/open-case-picture.ts';

export const GET = defineRoute({
  auth: 'admin',
  params: mediaParams,
  query: casePictureQuery,
  handle: async ({ actor, params, query, request }) =>
    mediaResponse(await openCasePicture(actor, params.id, query), {
      asDownload: false,
      headOnly: request.method === 'HEAD',
    }),
});
