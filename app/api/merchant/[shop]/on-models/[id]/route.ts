import { renderParams } from '#lib/contracts/render.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getRender } from '#lib/server/use-cases/get-render.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: renderParams,
  handle: ({ actor, params }) => getRender(actor, params.shop, params.id),
});
