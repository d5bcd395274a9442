import { shareLinkParams } from '#lib/contracts/share-links.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { revokeShareLink } from '#lib/server/use-cases/revoke-share-link.ts';

export const DELETE = defineRoute({
  auth: 'person',
  params: shareLinkParams,
  handle: async ({ actor, params }) => {
    await revokeShareLink(actor, params.id);
    return new Response(null, { status: 204 });
  },
});
