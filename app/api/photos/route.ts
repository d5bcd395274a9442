import { addressOf } from '#lib/server/http/address.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { readUploadForm } from '#lib/server/http/read-upload-form.ts';
import { addPhoto } from '#lib/server/use-cases/add-photo.ts';
import { listPhotos } from '#lib/server/use-cases/list-photos.ts';

export const GET = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => ({ items: await listPhotos(actor) }),
});

export const POST = defineRoute({
  auth: 'person',
  rate: { name: 'photo', points: 30, perSeconds: 600, perAddress: 150 },
  handle: async ({ actor, request }) => {
    const form = await readUploadForm(request, addressOf(request));
    const consentVersion = form.field('consentVersion');
    const photo = await addPhoto(actor, { bytes: form.bytes, consentVersion });
    return json(photo, { status: 201 });
  },
});
