import { garmentPictureParams } from '#lib/contracts/garment-edit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { mediaResponse } from '#lib/server/http/media-response.ts';
import { openGarmentInput } from '#lib/server/use-cases/open-garment-input.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: garmentPictureParams,
  handle: async ({ actor, params, request }) =>
    mediaResponse(await openGarmentInput(actor, params), {
      asDownload: false,
      headOnly: request.method === 'HEAD',
    }),
});
