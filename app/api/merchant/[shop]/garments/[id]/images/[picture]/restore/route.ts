import { garmentPictureParams } from '#lib/contracts/garment-edit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { restoreGarmentPicture } from '#lib/server/use-cases/restore-garment-picture.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: garmentPictureParams,
  handle: ({ actor, params }) =>
    restoreGarmentPicture(actor, params.shop, params.id, params.picture),
});
