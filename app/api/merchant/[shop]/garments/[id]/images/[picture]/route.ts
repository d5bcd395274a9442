import { garmentPictureParams } from '#lib/contracts/garment-edit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { removeGarmentPicture } from '#lib/server/use-cases/remove-garment-picture.ts';

export const DELETE = defineRoute({
  auth: 'merchant',
  params: garmentPictureParams,
  handle: ({ actor, params }) =>
    removeGarmentPicture(actor, params.shop, params.id, params.picture),
});
