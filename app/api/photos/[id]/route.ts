import { tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { deletePhoto } from '#lib/server/use-cases/delete-photo.ts';

export const DELETE = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    await deletePhoto(actor, params.id);
    return new Response(null, { status: 204 });
  },
});
