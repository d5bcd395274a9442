import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { readUploadForm } from '#lib/server/http/read-upload-form.ts';
import { addGarmentPicture } from '#lib/server/use-cases/add-garment-picture.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  rate: { name: 'garment-picture', points: 120, perSeconds: 60 },
  handle: async ({ actor, params, request }) => {
    const form = await readUploadForm(request, addressOf(request));
    const picture = { bytes: form.bytes, alt: form.field('alt') };
    return json(await addGarmentPicture(actor, params.shop, params.id, picture), { status: 201 });
  },
});
