import { renderVerbParams } from '#lib/contracts/render.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { steerRender } from '#lib/server/use-cases/steer-render.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: renderVerbParams,
  handle: ({ actor, params }) => steerRender(actor, params),
});
