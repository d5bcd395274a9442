import { defineRoute } from '#lib/server/http/define-route.ts';
import { listShareLinks } from '#lib/server/use-cases/list-share-links.ts';

export const GET = defineRoute({
  auth: 'person',
  handle: ({ actor }) => listShareLinks(actor),
});
